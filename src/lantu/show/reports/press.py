"""The press that arrows use: everything this package can do, behind the names that `run` knows.

In: what `run.presses` says. Out: the same. Left out on purpose: any work of its own.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import translation

from lantu.core.absence import Absence
from lantu.core.report import Fact, Fault, Report, ReportKind, Written
from lantu.run.report_material import Material
from lantu.show.reports.bind import find_cited
from lantu.show.reports.compose import compose_report
from lantu.show.reports.docx_print import print_docx
from lantu.show.reports.finished import Finished, read_finished
from lantu.show.reports.ledger import PRINTED_WORDS, Ledger
from lantu.show.reports.typst_print import print_pdf
from lantu.show.reports.verify import verify_lines, verify_pictures


class OfficialPress:
    """Prints in the layout of official documents, in Chinese whatever the reader's language."""

    def compose(self, kind: ReportKind, material: Material, passages: Mapping[str, Written]) -> Report:
        """The report."""
        return compose_report(kind, material, passages)

    def show_values(self, material: Material) -> dict[str, str]:
        """Every measured figure and every figure the plan prints, by address."""
        with translation.override("zh-hans"):
            ledger = Ledger(material)
            for values in material.series.values():
                for value in values:
                    if not isinstance(value.quantity, Absence):
                        ledger.fact_of_value(value)
            for judged in material.judged:
                for which in PRINTED_WORDS:
                    ledger.fact_of_plan(judged, which)
        return {address: fact.shown for address, fact in ledger.facts.items()}

    def find_cited(self, text: str, facts: Sequence[Fact]) -> dict[str, str]:
        """Facts that a person's text states."""
        return find_cited(text, facts)

    def print_docx(self, report: Report, name: str, body: dict[str, Any]) -> bytes:
        """As .docx."""
        with translation.override("zh-hans"):
            return print_docx(report, name, body)

    def print_pdf(self, report: Report) -> bytes:
        """As .pdf."""
        with translation.override("zh-hans"):
            return print_pdf(report)

    def read_file(self, data: bytes) -> Finished:
        """A .docx that came back."""
        return read_finished(data)

    def verify(self, report: Report, finished: Finished, now: Mapping[str, str]) -> tuple[Fault, ...]:
        """What differs, is unbound, or was revised."""
        return (*verify_lines(report, finished.lines, now), *verify_pictures(finished))
