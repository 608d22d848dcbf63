"""YAML with line numbers."""

import pytest

from lantu.packs.lines import MAX_CHARACTERS, NotYamlError, read_items


def test_items_know_their_lines() -> None:
    items = read_items("# remark\nthings:\n  - a: 1\n\n  - b: 2\n", "things")
    assert items is not None
    assert [(item.value, item.line) for item in items] == [({"a": 1}, 3), ({"b": 2}, 5)]


def test_the_list_may_stand_at_the_top() -> None:
    items = read_items("- 1\n- 2\n", "things")
    assert items is not None
    assert [item.value for item in items] == [1, 2]


def test_another_key_is_no_list() -> None:
    assert read_items("others: [1]", "things") is None


def test_a_text_too_long_is_refused() -> None:
    with pytest.raises(NotYamlError, match="longer than"):
        read_items("#" * (MAX_CHARACTERS + 1), "things")


@pytest.mark.parametrize("part", ["[", "{a: ", "- "])
def test_values_within_values_without_end_are_refused(part: str) -> None:
    with pytest.raises(NotYamlError, match="deeper than"):
        read_items(part * 200_000, "things")


def test_an_alias_is_refused_with_its_line() -> None:
    with pytest.raises(NotYamlError, match="alias") as caught:
        read_items("- &x [1]\n- *x\n", "things")
    assert caught.value.line == 2
