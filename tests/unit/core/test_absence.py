"""What is not there is never mistaken for a number."""

import pytest

from lantu.core.absence import Absence, AbsenceKind


@pytest.mark.parametrize("kind", list(AbsenceKind))
def test_an_absence_has_no_truth(kind: AbsenceKind) -> None:
    with pytest.raises(TypeError, match="isinstance"):
        bool(Absence(kind, "表中为横线"))


def test_an_absence_is_compared_by_kind_and_reason() -> None:
    assert Absence(AbsenceKind.WITHHELD) == Absence(AbsenceKind.WITHHELD)
    assert Absence(AbsenceKind.WITHHELD) != Absence(AbsenceKind.NOT_STATED)
    assert Absence(AbsenceKind.WITHHELD) != 0
