"""Opens the registry for a command that works on what is there already.

In: the environment. Out: a registry that can be asked, or one line that says what is wrong and exit code 2.
Left out on purpose: making one, which `init`, `demo`, `serve` and `restore` do.
"""

import typer

from lantu.store.bootstrap import RegistryError, check_registry, connect_registry


def open_registry(*, may_be_older: bool = False) -> None:
    """Set up what the command needs, and see that there is a registry to work on; `may_be_older` as `check_registry` says."""
    connect_registry()
    try:
        check_registry(may_be_older=may_be_older)
    except RegistryError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
