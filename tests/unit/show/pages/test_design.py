"""设计."""

from django.test import Client

from lantu.show.pages.design import COLOURS, make_figures
from lantu.show.words import CLASSES


def test_each_component_is_on_the_page(db, client: Client) -> None:
    text = client.get("/design").text
    assert all(f"d-{colour}" in text for colour in COLOURS)
    assert all(str(word) in text for word in CLASSES.values())
    for part in ("state-box is-error", "state-box is-loading", 'class="empty"', "has-error", "columns", "chips"):
        assert part in text


def test_zero_and_no_data_do_not_look_alike(db, client: Client) -> None:
    figures = [s.figure for s in make_figures()]
    assert sum(f.is_missing for f in figures) == 1
    text = client.get("/design").text
    assert '<span class="fig-num">0</span>' in text
    assert '<span class="missing">' in text


def test_columns_of_the_sample_table_can_be_chosen(db, client: Client) -> None:
    assert 'class="c-note"' not in client.get("/design", {"cols": "value"}).text
