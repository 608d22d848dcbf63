"""How the command line says diagnostics."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from lantu.core.diagnostic import Diagnostic, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


def print_diagnostics(diagnostics: Iterable[Diagnostic], source: str, console: Console) -> None:
    """One line a diagnostic: where, code, what was found; the hint below it."""
    for d in diagnostics:
        line = Text()
        line.append(f"{d.place or source}: ")
        line.append(f"{d.code} {d.severity} ", style=_STYLES[d.severity])
        line.append(d.message)
        console.print(line, soft_wrap=True)
        if d.hint:
            console.print(Text(f"    {d.hint}", style="dim"), soft_wrap=True)
