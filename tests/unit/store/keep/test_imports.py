"""How far an import is, by content and way of reading."""

from datetime import UTC, datetime

import pytest

from lantu.core.diagnostic import Cell, Diagnostic, Severity

pytestmark = pytest.mark.django_db
AT = datetime(2024, 1, 1, tzinfo=UTC)


def test_an_import_is_found_again_with_its_progress() -> None:
    from lantu.store.keep.imports import begin_import, end_import, keep_progress

    row = begin_import("d" * 64, "a.csv", "me", AT)
    said = [Diagnostic("S030", Severity.ERROR, "no instant", cell=Cell("a.csv", 7))]
    keep_progress(row, 7, {"rows": 6}, said, AT)
    again = begin_import("d" * 64, "a.csv", "somebody", AT)
    assert (again.pk, again.actor, again.rows_done, again.counts) == (row.pk, "me", 7, {"rows": 6})
    assert again.remarks == [["S030", "error", "a.csv row 7", "no instant"]]
    end_import(again, AT)
    assert begin_import("d" * 64, "a.csv", "me", AT).ended_at == AT


def test_remarks_are_kept_up_to_a_limit() -> None:
    from lantu.store.keep.imports import MOST_REMARKS, begin_import, keep_progress

    row = begin_import("e" * 64, "a.csv", "me", AT)
    for _ in range(2):
        keep_progress(row, 1, {}, [Diagnostic("S030", Severity.ERROR, "x")] * (MOST_REMARKS - 1), AT)
    assert len(row.remarks) == MOST_REMARKS
