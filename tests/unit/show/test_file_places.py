"""Places in the original file, in both languages."""

import pytest
from django.utils import translation

from lantu.core.mark import Mark
from lantu.show.file_places import write_place

MARKS = (Mark(0, 5, page=14, paragraph=3), Mark(5, 9, page=15, table=2, row=3, column=1), Mark(9, 12, table=2, row=4))


@pytest.mark.parametrize(
    ("offset", "chinese", "english"),
    [
        (4, "第14页 第3段", "p. 14 ¶3"),
        (5, "第15页 表2 第3行", "p. 15 table 2 row 3"),
        (9, "表2 第4行", "table 2 row 4"),
        (12, "", ""),
        (None, "", ""),
    ],
)
def test_page_paragraph_table_and_row(offset: int | None, chinese: str, english: str) -> None:
    with translation.override("zh-hans"):
        assert write_place(MARKS, offset) == chinese
    with translation.override("en"):
        assert write_place(MARKS, offset) == english


def test_plain_text_has_no_places() -> None:
    assert write_place((), 4) == ""
