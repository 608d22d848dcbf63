"""`lantu audit`, `backup`, `restore` and `user`: looking after an instance."""

from pathlib import Path
from typing import Annotated

import typer

from lantu.cli.opening import open_registry
from lantu.store.bootstrap import connect_registry

audit_app = typer.Typer(no_args_is_help=True, help="The audit chain.")
user_app = typer.Typer(no_args_is_help=True, help="Accounts.")


def add_commands(app: typer.Typer) -> None:
    """Add `audit`, `backup`, `restore` and `user`."""
    app.command(epilog="Example:  lantu backup /mnt/safe/lantu-2026-11-22.zip")(backup)
    app.command(epilog="Example:  LANTU_HOME=/srv/new lantu restore /mnt/safe/lantu-2026-11-22.zip")(restore)
    app.add_typer(audit_app, name="audit")
    app.add_typer(user_app, name="user")


def backup(path: Annotated[Path, typer.Argument(help="The .zip to write.")]) -> None:
    """Write the registry, the lake and the instance's files of one moment into one file; the site stays up."""
    open_registry()
    from lantu.run.keeping import back_up
    from lantu.store.archive import ArchiveError

    try:
        kept = back_up(path, by="command line")
    except ArchiveError as error:
        raise typer.BadParameter(str(error)) from error
    typer.echo(f"{path}: {kept.rows} rows, {kept.files} files, {kept.size_bytes} bytes.")


def restore(path: Annotated[Path, typer.Argument(help="A .zip that `lantu backup` wrote.", exists=True)]) -> None:
    """Fill an empty instance from a backup; one of an older version is brought forward."""
    connect_registry()
    from lantu.run.keeping import restore as restore_instance
    from lantu.store.archive import ArchiveError

    try:
        kept = restore_instance(path, by="command line")
    except ArchiveError as error:
        raise typer.BadParameter(str(error)) from error
    chain = "holds" if not kept.breaks else f"has {kept.breaks} breaks"
    typer.echo(f"{kept.rows} rows and {kept.files} files restored; the audit chain {chain}.")
    raise typer.Exit(1 if kept.breaks else 0)


@audit_app.command(epilog="Example:  lantu audit verify")
def verify(
    noted: Annotated[str, typer.Option(help="SEQ:HASH that an earlier run printed; tells rows cut off the end.")] = "",
) -> None:
    """Walk the audit chain and name every row that was changed, removed or moved; print the last row to be noted."""
    open_registry(may_be_older=True)  # whoever upgrades wants to know before that nothing was changed
    from lantu.store.audit import find_breaks, last_seal

    number, _, sealed = noted.partition(":")
    if noted and not (number.isdigit() and sealed):
        raise typer.BadParameter("write it as it was printed: SEQ:HASH")
    breaks = list(find_breaks((int(number), sealed) if noted else None))
    for found in breaks:
        typer.echo(f"row {found.seq}: {found.wrong}", err=True)
    last, seal = last_seal()
    typer.echo("The chain is broken." if breaks else f"The chain holds. Last row: {last}:{seal}")
    raise typer.Exit(1 if breaks else 0)


@audit_app.command(epilog="Example:  lantu audit export audit.jsonl")
def export(path: Annotated[Path, typer.Argument(help="File to write, one row a line as JSON.")]) -> None:
    """Write the audit chain to a file, with all that each hash is made of."""
    open_registry()
    from lantu.store.audit import export_rows

    count = 0
    with path.open("w", encoding="utf-8") as file:
        for count, line in enumerate(export_rows(), start=1):  # noqa: B007  # the last count is the number of rows
            file.write(f"{line}\n")
    typer.echo(f"{path}: {count} rows.")


@user_app.command(epilog="Example:  lantu user add li --role planner --place 330400")
def add(
    name: str,
    role: Annotated[str, typer.Option(help="viewer, reporter, reviewer, planner, supervisor, auditor, administrator.")],
    place: Annotated[str, typer.Option(help="Code of the place the role is for; it holds for all below it.")],
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)],
) -> None:
    """Make an account with one role."""
    open_registry()
    from lantu.run.policy import GRANTS
    from lantu.run.setting_up import record_person
    from lantu.store.access import PasswordRefusedError
    from lantu.store.known import known_places

    if role not in GRANTS:
        raise typer.BadParameter(f"{role} is no role; choose one of {', '.join(GRANTS)}.")
    if place not in {p.code for p in known_places()}:
        raise typer.BadParameter(f"{place} is no known place; load places first (lantu load places).")
    try:
        is_new = record_person(name, password, role, place, by="command line")
    except PasswordRefusedError as error:
        raise typer.BadParameter(str(error)) from error
    typer.echo(f"{name} was made." if is_new else f"{name} exists already; nothing was changed.")
    raise typer.Exit(0 if is_new else 1)
