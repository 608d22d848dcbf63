"""A diagnostic keeps its place, whether in a text or in a table file."""

from datetime import UTC, datetime

import pytest

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.span import span_of
from lantu.store.keep.notices import keep_notices
from lantu.store.models import Notice

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_places_are_kept() -> None:
    in_text = Diagnostic("R012", Severity.WARNING, "no year", "add one", span=span_of("abcdef", 1, 3))
    in_file = Diagnostic("S104", Severity.ERROR, "no number", cell=Cell("a.csv", 7, "value"))
    assert keep_notices([in_text, in_file], NOW) == 2
    first, second = Notice.objects.all()
    assert (first.start, first.end, first.hint, first.row) == (1, 3, "add one", None)
    assert (second.file, second.row, second.column, second.start) == ("a.csv", 7, "value", None)
