"""The press does what arrows ask, in Chinese whatever the language in force."""

from datetime import UTC, date, datetime

from django.utils import translation

from lantu.core.report import ReportKind
from lantu.run.report_material import gather_material
from lantu.show.reports.press import OfficialPress
from lantu.store.codec import encode
from tests.unit.show.city import City


def test_everything_a_report_may_rest_on_is_shown(city: City) -> None:
    later = datetime(2026, 3, 2, tzinfo=UTC)
    material = gather_material(city.plan.pk, year=2025, as_of=date(2026, 3, 1), known_at=later)
    press = OfficialPress()
    with translation.override("en"):
        report = press.compose(ReportKind.ANNUAL, material, {})
        now = press.show_values(material)
        assert "2025年初步数" in "".join(
            piece.text for block in report.blocks for piece in getattr(block, "pieces", ())
        )
        finished = press.read_file(press.print_docx(report, "report/1", encode(report)))
        assert press.verify(report, finished, now) == ()
        assert press.print_pdf(report).startswith(b"%PDF")
        assert press.find_cited("2025年地区生产总值7,851亿元", report.facts) == {"value/gdp/990100/2025": "7,851亿元"}
    roots = {root for fact in report.facts for root in fact.roots}
    assert roots <= set(now)
