"""All rows or none, and what follows only once they are kept."""

from datetime import UTC, datetime

import pytest

from lantu.store.keep.plans import keep_document
from lantu.store.models import Document
from lantu.store.transactions import after_commit, one_transaction

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
