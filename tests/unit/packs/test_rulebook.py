"""Rules by the date of the data, and settings."""

from datetime import date

import pytest

from lantu.packs.rulebook import Edition, NotInForceError, RuleBook, Setting

OLD = Edition("old", date(2012, 1, 1), date(2026, 2, 28), "x", {"a": 1})
NEW = Edition("new", date(2026, 3, 1), None, "x", {"a": 2})
BOOK = RuleBook({"limit": (OLD, NEW), "only": (NEW,)}, {"dust": Setting("dust", "deduct", ("deduct", "keep"), "x")})


@pytest.mark.parametrize(
    ("day", "name"), [("2012-01-01", "old"), ("2026-02-28", "old"), ("2026-03-01", "new"), ("2099-01-01", "new")]
)
def test_the_day_of_the_data_decides(day: str, name: str) -> None:
    assert BOOK.pick("limit", date.fromisoformat(day)).name == name


def test_before_the_first_edition_there_is_none() -> None:
    with pytest.raises(NotInForceError, match="2011-12-31"):
        BOOK.pick("limit", date(2011, 12, 31))


def test_without_a_day_only_a_single_edition_is_picked() -> None:
    assert BOOK.pick("only", None) is NEW
    with pytest.raises(NotInForceError, match="old, new"):
        BOOK.pick("limit", None)


def test_settings_are_chosen_and_the_book_is_not_changed() -> None:
    assert BOOK.choose({"dust": "keep"}).setting("dust") == "keep"
    assert BOOK.setting("dust") == "deduct"
    with pytest.raises(ValueError, match="there are: dust"):
        BOOK.choose({"dusty": "keep"})
    with pytest.raises(ValueError, match="deduct, keep"):
        BOOK.choose({"dust": "blow"})


def test_has_rule() -> None:
    assert BOOK.has_rule("only")
    assert not BOOK.has_rule("none")
