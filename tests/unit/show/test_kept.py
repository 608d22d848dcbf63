"""What is kept until something is recorded."""

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


def test_no_more_than_the_most_is_kept(db) -> None:
    calls: list[int] = []
    for n in range(kept.MOST + 1):
        kept.keep("n", lambda: count(calls), n)
    assert kept.keep("n", lambda: count(calls), 0) == kept.MOST + 2
    kept.forget()
    assert kept.keep("n", lambda: count(calls), kept.MOST) == kept.MOST + 3


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
