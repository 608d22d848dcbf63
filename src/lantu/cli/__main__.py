"""`python -m lantu.cli` is the same as `lantu`."""

from lantu.cli.main import app

app()
