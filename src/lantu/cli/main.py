"""The `lantu` command: what there is, in the order people need it."""

import typer

from lantu import __version__
from lantu.cli import (
    assessing,
    checking,
    figures,
    instance,
    keeping,
    loading,
    observations,
    reading,
    reporting,
    scoring,
    tracing,
)

app = typer.Typer(
    name="lantu",
    help="Lantu 蓝图 holds a city to its plan: read it, measure, judge, show where every figure came from.",
    epilog="Start with `lantu demo` (a sample city) or `lantu init` (your own). Each command has --help with examples.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"lantu {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Lantu 蓝图 holds a city to its plan."""


instance.add_commands(app)
loading.add_commands(app)
observations.add_commands(app)
reading.add_commands(app)
checking.add_commands(app)
figures.add_commands(app)
reporting.add_commands(app)
assessing.add_commands(app)
scoring.add_commands(app)
tracing.add_commands(app)
keeping.add_commands(app)
