"""What makes documents of reports; lent by `show` when Django starts.

In: a press. Out: the press, for arrows that keep and print reports. Left out on
purpose: any layout. Imports run down, so an arrow cannot import pages and their
words; the press is handed in from above (docs/adr/0008).
"""

from datetime import date, datetime
from typing import Protocol

from lantu.core.report import Fact, Passage, Report, ReportKind

_LENT: list["Press"] = []


class Press(Protocol):
    """Composes reports and prints them."""

    def compose(
        self,
        kind: ReportKind,
        plan_key: int,
        *,
        year: int,
        as_of: date,
        known_at: datetime,
        passages: dict[str, Passage],
    ) -> Report:
        """The report as the registry knew it at a moment."""

    def print_docx(self, report: Report, name: str) -> bytes:
        """As a .docx whose figures are bound; `name` is the report's address."""

    def print_pdf(self, report: Report) -> bytes:
        """As a .pdf."""

    def bind_text(self, text: str, facts: tuple[Fact, ...]) -> Passage:
        """What a person wrote, with the figures that state a fact bound to it."""


def lend_press(press: Press) -> None:
    """Make this press the one in use."""
    _LENT[:] = [press]


def find_press() -> Press:
    """The press in use.

    Raises:
        LookupError: If nobody lent one: Django was not started.
    """
    if not _LENT:
        raise LookupError("no press was lent; start Django first")
    return _LENT[0]
