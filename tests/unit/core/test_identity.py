"""Addresses are readable and stable."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lantu.core.identity import (
    digest_bytes,
    make_slug,
    plan_address,
    row_address,
    short_digest,
    text_address,
    value_address,
)
from lantu.core.time import parse_period


def test_addresses() -> None:
    assert plan_address("330400", "2021", "outline") == "plan/330400/2021/outline"
    assert plan_address("330400", "2021", "outline", "a1b2") == "plan/330400/2021/outline#a1b2"
    assert value_address("gdp", "330400", parse_period("2025-01/11")) == "value/gdp/330400/2025-01/11"


def test_digests_are_those_of_everybody() -> None:
    assert digest_bytes(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert short_digest("a", "b") == short_digest("a", "b")
    assert len(short_digest("a", length=20)) == 20


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_parts_do_not_run_into_each_other(one: list[str], other: list[str]) -> None:
    clean = [[part.replace("\x1f", "") for part in parts] for parts in (one, other)]
    if "\x1f".join(clean[0]) != "\x1f".join(clean[1]):
        assert short_digest(*clean[0]) != short_digest(*clean[1])
    assert short_digest("ab", "c") != short_digest("a", "bc")


@given(st.text(max_size=40))
def test_a_slug_is_fit_for_an_address(name: str) -> None:
    assert re.fullmatch(r"[0-9a-z一-鿿._-]+", make_slug(name))


def test_slugs() -> None:
    assert make_slug("嘉兴市“十四五” 规划/纲要") == "嘉兴市-十四五-规划-纲要"
    assert make_slug("///") == "plan"


def test_rows_and_stretches_of_text_have_addresses() -> None:
    assert row_address(3, 12) == "return/3#row-12"
    assert text_address("ab", 5, 9) == "document/ab#5-9"
