"""The .pdf: the same text, A4, the same bytes each time."""

import pypdfium2
import pytest

from lantu.show.reports.typst_print import print_pdf
from tests.unit.show.reports.small import REPORT


@pytest.fixture(scope="module")
def data() -> bytes:
    return print_pdf(REPORT)


def test_the_text_is_that_of_the_report(data: bytes) -> None:
    document = pypdfium2.PdfDocument(data)
    width, height = document[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    text = "".join(page.get_textpage().get_text_range() for page in document).replace(" ", "").replace("\r\n", "")
    assert "地区生产总值：2024年为7,569.5亿元" in text
    assert "图1地区生产总值（2024年7,569.5亿元）" in text
    assert "—1—" in text
    document.close()


def test_the_same_report_gives_the_same_bytes(data: bytes) -> None:
    assert print_pdf(REPORT) == data
