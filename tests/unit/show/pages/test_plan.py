"""规划."""

import html
import re

import pytest
from django.test import Client

from lantu.show.pages.plan import read_span
from tests.unit.show.city import TEXT, City


def find_mark(text: str) -> list[str]:
    parts = re.findall(r'<mark id="here"[^>]*>(.*?)</mark>', text, re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", part)) for part in parts]


def test_an_entry_of_a_table_marks_its_cell(city: City, reader: Client) -> None:
    text = reader.get(f"/plan/{city.plan.pk}?entry=e1").text
    assert find_mark(text) == ["9000"]
    assert text.count('class="entry is-here is-chosen"') == 1


def test_an_entry_of_prose_marks_its_phrase(city: City, reader: Client) -> None:
    assert find_mark(reader.get(f"/plan/{city.plan.pk}?entry=e9").text) == [
        "全市地区生产总值达到9000亿元以上、力争1万亿元"
    ]


def test_a_span_is_marked_exactly(city: City, reader: Client) -> None:
    start = TEXT.index("5509.5")
    assert find_mark(reader.get(f"/plan/{city.plan.pk}?at={start}-{start + 6}").text) == ["5509.5"]


def test_the_page_holds_text_tree_entries_and_notices(city: City, reader: Client) -> None:
    text = reader.get(f"/plan/{city.plan.pk}").text
    assert find_mark(text) == []
    assert "项目&lt;清单&gt;" in text
    assert "工程 &amp; 配套" in text
    assert text.count("data-entry-link=") == 6
    assert "目标值未给出" in text
    assert f'href="?at={TEXT.index("省下达指标")}-' in text


@pytest.mark.parametrize("address", ["/plan/999999", "/plan/1?version=99"])
def test_what_is_not_there_is_404(city: City, reader: Client, address: str) -> None:
    answer = reader.get(address.replace("/plan/1?", f"/plan/{city.plan.pk}?"))
    assert answer.status_code == 404
    assert "没有这个页面" in answer.text


def test_a_version_still_being_read_says_so(city: City, reader: Client) -> None:
    city.version.read_at = None
    city.version.state = "reading"
    city.version.save()
    assert "这一版还在读" in reader.get(f"/plan/{city.plan.pk}").text


@pytest.mark.parametrize(
    ("text", "span"), [("3-9", (3, 9)), ("9-3", None), ("3-3", None), ("-1-3", None), ("a-b", None), ("", None)]
)
def test_spans_of_addresses(text: str, span: tuple[int, int] | None) -> None:
    assert read_span(text) == span
