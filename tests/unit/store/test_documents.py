"""Bytes come back by their hash, or the hash is named."""

from datetime import UTC, datetime

import pytest

from lantu.store.documents import document_bytes
from lantu.store.keep.plans import keep_document

pytestmark = pytest.mark.django_db


def test_bytes_come_back_unchanged() -> None:
    data = bytes(range(256))
    assert document_bytes(keep_document(data, "a.bin", datetime(2026, 1, 1, tzinfo=UTC)).pk) == data


def test_an_unknown_hash_is_named() -> None:
    with pytest.raises(LookupError, match="abc"):
        document_bytes("abc")
