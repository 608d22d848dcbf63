"""What is kept until something is recorded."""

from threading import Event, Thread

import pytest
from django.utils import translation

from lantu.show import kept
from lantu.store.audit import append_audit
from tests.unit.show.city import AT


def count(calls: list[int]) -> int:
    calls.append(1)
    return len(calls)


def test_made_once_until_an_arrow_records_something(db) -> None:
    calls: list[int] = []
    assert [kept.keep("n", lambda: count(calls)) for _ in range(3)] == [1, 1, 1]
    append_audit("li", "plan.read", "x", AT)
    assert kept.keep("n", lambda: count(calls)) == 2


def test_language_and_question_are_told_apart(db) -> None:
    calls: list[int] = []
    first = kept.keep("n", lambda: count(calls), "a")
    assert kept.keep("n", lambda: count(calls), "b") != first
    with translation.override("en"):
        assert kept.keep("n", lambda: count(calls), "a") == 3


def test_no_more_bytes_than_the_most_are_kept_and_the_oldest_goes_first(db) -> None:
    calls: list[int] = []
    large, half = kept.MOST, kept.MOST // 2
    kept.keep("n", lambda: count(calls), "a", weigh=lambda made: half)
    kept.keep("n", lambda: count(calls), "b", weigh=lambda made: half)
    assert kept.keep("n", lambda: count(calls), "a") == 1
    kept.keep("n", lambda: count(calls), "c", weigh=lambda made: 1)
    assert kept.kept_bytes() == half + 1
    assert kept.keep("n", lambda: count(calls), "a") == 1
    assert kept.keep("n", lambda: count(calls), "b", weigh=lambda made: large) == 4
    assert kept.kept_bytes() == large
    kept.forget()
    assert kept.kept_bytes() == 0
    assert kept.keep("n", lambda: count(calls), "b") == 5
    assert kept.kept_bytes() == kept.UNWEIGHED


def test_somebody_signing_in_changes_nothing_that_is_read(db) -> None:
    calls: list[int] = []
    append_audit("li", "plan.read", "x", AT)
    first = kept.keep("n", lambda: count(calls))
    append_audit("li", "person.signed_in", "li", AT)
    assert kept.keep("n", lambda: count(calls)) == first
    append_audit("li", "role.given", "li", AT)
    assert kept.keep("n", lambda: count(calls)) == first + 1


def test_one_makes_what_several_wait_for(monkeypatch) -> None:
    monkeypatch.setattr(kept, "registry_state", lambda: 7)
    calls: list[int] = []
    may_end, has_begun, told = Event(), Event(), []

    def make() -> int:
        has_begun.set()
        assert may_end.wait(5)
        return count(calls)

    threads = [Thread(target=lambda: told.append(kept.keep("slow", make))) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert has_begun.wait(5)
    may_end.set()
    for thread in threads:
        thread.join(5)
    assert told == [1, 1, 1, 1]


def test_what_could_not_be_made_is_tried_again(db) -> None:
    def fail() -> int:
        raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            kept.keep("n", fail)
    assert kept.keep("n", lambda: 3) == 3


def test_a_request_that_only_reads_asks_for_the_state_once(db, rf, django_assert_num_queries) -> None:
    def answer(request):
        first = kept.registry_state()
        append_audit("li", "plan.read", "x", AT)
        return first, kept.registry_state()

    first, again = kept.OneState(answer)(rf.get("/"))
    assert again == first
    with django_assert_num_queries(1):
        kept.OneState(lambda request: [kept.registry_state() for _ in range(3)])(rf.get("/"))
    assert kept.registry_state() == first + 1


def test_a_request_that_writes_sees_what_it_wrote(db, rf) -> None:
    def answer(request):
        first = kept.registry_state()
        append_audit("li", "plan.read", "x", AT)
        return kept.registry_state() - first

    assert kept.OneState(answer)(rf.post("/")) == 1


def test_of_several_only_those_that_are_missing_are_made(db) -> None:
    asked: list[list[str]] = []

    def make(missing: list[str]) -> list[str]:
        asked.append(missing)
        return [one.upper() for one in missing]

    def ask(*wanted: str) -> list[str]:
        return kept.keep_each("n", wanted, make, weigh=len)

    assert ask("a", "b", "a") == ["A", "B", "A"]
    assert ask("b", "c") == ["B", "C"]
    assert asked == [["a", "b"], ["c"]]
    assert kept.kept_bytes() == 3
    append_audit("li", "plan.read", "x", AT)
    assert ask("a") == ["A"]
    assert asked[-1] == ["a"]


def test_drafts_change_no_target(db) -> None:
    calls: list[int] = []

    def ask() -> int:
        return kept.keep("n", lambda: count(calls), state=kept.target_state)

    append_audit("li", "plan.read", "x", AT)
    assert ask() == 1
    for action in ("return.typed", "evidence.attached", "person.signed_in"):
        append_audit("li", action, "x", AT)
        assert ask() == 1, action
    for number, action in enumerate(("targets.judged", "return.accepted", "owner.confirmed"), 2):
        append_audit("li", action, "x", AT)
        assert ask() == number
