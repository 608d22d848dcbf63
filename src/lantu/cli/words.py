"""How the command line says diagnostics."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.mark import Mark, mark_at

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


def print_diagnostics(
    diagnostics: Iterable[Diagnostic], source: str, console: Console, marks: Sequence[Mark] = ()
) -> None:
    """One line a diagnostic: where, code, what was found; the hint below it.

    Args:
        diagnostics: To be printed.
        source: Name of the file, for those without a place.
        console: To print on.
        marks: Places in the original file, where it has pages, paragraphs or tables.
    """
    for d in diagnostics:
        line = Text()
        mark = mark_at(marks, d.span.start) if d.span is not None else None
        place = f"{source} {mark.words}" if mark is not None and mark.words else d.place or source
        line.append(f"{place}: ")
        line.append(f"{d.code} {d.severity} ", style=_STYLES[d.severity])
        line.append(d.message)
        console.print(line, soft_wrap=True)
        if d.hint:
            console.print(Text(f"    {d.hint}", style="dim"), soft_wrap=True)
