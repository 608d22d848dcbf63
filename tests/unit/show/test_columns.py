"""Columns: shown, hidden, sorted, exported."""

from django.http import QueryDict

from lantu.show.columns import Column, lay_columns, turn_page

COLUMNS = (Column("name", "N", "name", is_fixed=True), Column("due", "D", "due"), Column("note", "X"))


def test_all_are_shown_until_some_are_chosen() -> None:
    assert lay_columns(COLUMNS, QueryDict("")).shown == {"name", "due", "note"}
    tools = lay_columns(COLUMNS, QueryDict("cols=due&q=a"))
    assert [h.code for h in tools.visible] == ["name", "due"]
    assert tools.hidden == (("q", "a"),)


def test_a_heading_turns_the_order_and_says_which_way_it_is() -> None:
    (name, due, note) = lay_columns(COLUMNS, QueryDict("sort=due&page=3&q=a")).headings
    assert (name.turned, due.turned, note.turned) == ("", "ascending", "")
    assert due.href == "?sort=-due&q=a"
    assert note.href == ""
    assert lay_columns(COLUMNS, QueryDict("sort=-due")).headings[1].turned == "descending"


def test_the_export_has_the_rows_of_all_pages_and_the_same_filters() -> None:
    assert lay_columns(COLUMNS, QueryDict("q=a&page=2&sort="), "/t.csv").export == "/t.csv?q=a"
    assert lay_columns(COLUMNS, QueryDict("q=a")).export == ""
    assert turn_page(QueryDict("q=a"), 2) == "?q=a&page=2"
