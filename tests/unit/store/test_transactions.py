"""All rows or none, and what follows only once they are kept."""

import time
from datetime import UTC, datetime
from threading import Thread

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantu.store.audit import append_audit
from lantu.store.keep.plans import keep_document
from lantu.store.models import AuditRow, Document
from lantu.store.transactions import after_commit, end_connections, one_transaction

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
def test_a_failure_keeps_nothing_and_sends_nothing() -> None:
    sent: list[str] = []

    def fail() -> None:
        with one_transaction():
            keep_document(b"a", "a.txt", NOW)
            after_commit(lambda: sent.append("letter"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not Document.objects.exists()
    assert sent == []


@pytest.mark.django_db(transaction=True)
def test_what_follows_comes_after_the_commit() -> None:
    sent: list[str] = []
    with one_transaction():
        keep_document(b"a", "a.txt", NOW)
        after_commit(lambda: sent.append("letter"))
        assert sent == []
    assert sent == ["letter"]


@pytest.mark.django_db(transaction=True)
def test_a_part_undoes_the_whole_and_asks_for_no_savepoint() -> None:
    def fail() -> None:
        with one_transaction():
            append_audit("li", "a", "s", NOW)
            with one_transaction(is_part=True):
                append_audit("li", "b", "s", NOW)
                raise RuntimeError

    with CaptureQueriesContext(connection) as asked, pytest.raises(RuntimeError):
        fail()
    assert not any("SAVEPOINT" in query["sql"] for query in asked.captured_queries)
    assert not AuditRow.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_failed_inside_may_be_left_out_where_it_is_no_part() -> None:
    def fail() -> None:
        with one_transaction():
            append_audit("li", "b", "s", NOW)
            raise RuntimeError

    with one_transaction():
        append_audit("li", "a", "s", NOW)
        with pytest.raises(RuntimeError):
            fail()
    assert [row.action for row in AuditRow.objects.all()] == ["a"]


@pytest.mark.django_db(transaction=True)
def test_threads_write_one_after_the_other() -> None:
    def write(number: int) -> None:
        with one_transaction():
            before = Document.objects.count()
            time.sleep(0.01)
            keep_document(f"{number}".encode(), f"{before}.txt", NOW)
        end_connections()

    threads = [Thread(target=write, args=[number]) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert Document.objects.count() == 5
