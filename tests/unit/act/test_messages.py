"""Letters: to whom, in which words, under which key, and when one is tried again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lantu.act.messages import KINDS, Event, Recipient, find_next_try, name_letter, write_letters, write_text

LI = Recipient(1, "li", mail_address="li@example.org")
SUN = Recipient(
    2, "sun", is_english=True, mail_address="sun@example.org", hook_name="sun-ding", unwanted=frozenset({"warning"})
)
FACTS = {
    "name": "万元地区生产总值能耗", "place": "青湖市", "department": "统计局", "due_on": "2026-03-13", "days": "还有3个工作日",
    "demand": "查明原因", "note": "数不对", "rule": "滞后",
    "what": "任务", "who": "统计局", "text": "口径", "outcome": "维持原分", "as_of": "2026-03-01", "changes": "3", "version": "2",
}  # fmt: skip
EVENT = Event("case_due", "case/330400/2026/1", "/case/1", "330400", "2026-03-13", "urge", FACTS, {"place": "Qinghu"})


def test_a_letter_for_each_channel_that_reaches_somebody_in_their_language() -> None:
    letters = list(write_letters(EVENT, [LI, SUN], ("mail", "hook")))
    assert [(letter.person, letter.channel, letter.address) for letter in letters] == [
        (1, "mail", "li@example.org"),
        (1, "hook", "li"),
        (2, "mail", "sun@example.org"),
        (2, "hook", "sun-ding"),
    ]
    assert letters[0].title == "催办：督办事项万元地区生产总值能耗"
    assert "统计局" in letters[0].text
    assert letters[2].title == "Overdue, urged: case 万元地区生产总值能耗"
    assert "Qinghu" in letters[2].text


def test_nobody_is_told_what_they_do_not_want_nor_where_nothing_reaches_them() -> None:
    warning = replace(EVENT, kind="warning", stage="red")
    letters = list(write_letters(warning, [replace(LI, mail_address=""), SUN], ("mail",)))
    assert letters == []


def test_the_key_stays_and_differs_where_something_else_is_told() -> None:
    keys = {
        name_letter(e, person, channel)
        for e in (EVENT, replace(EVENT, occasion="2026-04-01"), replace(EVENT, stage="notify"))
        for person in (1, 2)
        for channel in ("mail", "hook")
    }
    assert len(keys) == 12
    assert name_letter(EVENT, 1, "mail") == name_letter(replace(EVENT, facts={}), 1, "mail")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("is_english", [False, True])
def test_every_kind_has_words_with_its_facts_in(kind: str, is_english: bool) -> None:
    title, text = write_text(
        replace(EVENT, kind=kind, stage="red" if kind == "warning" else "soon"), is_english=is_english
    )
    assert FACTS["name"] in title
    assert "{" not in title + text


def test_a_title_is_one_line() -> None:
    title, _ = write_text(replace(EVENT, facts={**FACTS, "name": "一\r\nBcc: x@y.z"}), is_english=False)
    assert "\n" not in title
    assert "\r" not in title


def test_pauses_double_up_to_a_limit_and_end() -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    pauses = [find_next_try(n, at, 12) for n in range(1, 13)]
    assert [p - at for p in pauses[:3] if p] == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    assert pauses[10] == at + timedelta(hours=6)
    assert pauses[11] is None
