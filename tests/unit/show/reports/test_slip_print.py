"""A slip as .docx: its text, its typefaces and its page."""

from datetime import UTC, date, datetime
from io import BytesIO

import docx

from lantu.show.reports.slip_print import Slip, print_slip, write_chinese_date

SLIP = Slip(
    "督办单",
    "case/330400/2026/1",
    "统计局",
    (("一、事项", ("甲。",)), ("二、要求", ("办。", "报。"))),
    "示例市",
    date(2026, 3, 1),
)


def test_text_in_order_and_the_page_of_official_documents() -> None:
    document = docx.Document(BytesIO(print_slip(SLIP, datetime(2026, 3, 1, tzinfo=UTC))))
    texts = [p.text for p in document.paragraphs if p.text]
    assert texts == [
        "督办单", "case/330400/2026/1", "统计局：", "一、事项", "甲。", "二、要求", "办。", "报。", "示例市", "2026年3月1日",
    ]  # fmt: skip
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.top_margin.mm)) == (210, 37)
    assert document.paragraphs[0].style.name == "Lantu Title"
    assert document.core_properties.author == ""


def test_dates_have_no_leading_zero() -> None:
    assert write_chinese_date(date(2026, 11, 2)) == "2026年11月2日"
