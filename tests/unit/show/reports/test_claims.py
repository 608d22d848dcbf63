"""Bookmarks claim the whole number they touch; lost ones are found by what stands around them."""

from lantu.core.report import list_lines
from lantu.show.reports.claims import claim_numbers
from lantu.show.reports.homes import Anchor, Line, find_homes
from tests.unit.show.reports.small import REPORT

LINES = list(list_lines(REPORT))
TEXT = next(line.text for line in LINES if line.text.startswith("地区生产总值：2024年"))


def claim(text: str, *anchors: Anchor) -> tuple[dict[str, str | None], list[str]]:
    line = Line(text, anchors, "paragraph 1")
    outcome = claim_numbers([line], find_homes([line], LINES), LINES)
    found = {c.piece.anchor: c.found for c in outcome.claims if c.line is not None}
    return found, [token.text for _, token in outcome.unbound]


def test_a_bookmark_that_holds_one_digit_claims_the_whole_number() -> None:
    at = TEXT.index("7,569.5")
    found, unbound = claim(TEXT.replace("7,569.5", "8,569.5"), Anchor("lantu_1", at, at + 1))
    assert found["lantu_1"] == "8,569.5亿元"
    assert unbound == []


def test_an_empty_bookmark_claims_the_number_it_touches() -> None:
    at = TEXT.index("7,569.5")
    found, _ = claim(TEXT, Anchor("lantu_1", at, at))
    assert found["lantu_1"] == "7,569.5亿元"


def test_lost_bookmarks_are_found_by_figure_and_by_the_words_in_front() -> None:
    found, unbound = claim(TEXT.replace("59.0%", "61.0%"))
    assert found["lantu_1"] == "7,569.5亿元"
    assert found["lantu_3"] == "61.0%"
    assert unbound == []


def test_numbers_that_people_add_stay_unclaimed_and_years_are_none() -> None:
    at = TEXT.index("7,569.5")
    _, unbound = claim(TEXT + "2023年另有12.8亿元，见第3章。", Anchor("lantu_1", at, at + 9))
    assert unbound == ["12.8亿元"]


def test_what_a_person_wrote_is_not_taken_on_trust() -> None:
    assert claim("受需求影响，另有投资88.8亿元。")[1] == ["88.8亿元"]
