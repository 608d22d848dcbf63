"""The two ways to answer."""

from decimal import Decimal
from fractions import Fraction

from lantu.core.observation import Status
from lantu.core.standing import Class, Reason
from lantu.core.target import Form
from lantu.judge.case import Figures, cannot_say, is_preliminary, say
from tests.unit.judge.builders import build_target, make_case, make_value

CASE = make_case(build_target(Form.LEVEL, 100, 200))


def test_cannot_say_shows_the_latest_all_the_same() -> None:
    value = make_value("2023-01/04", 92)
    standing = cannot_say(CASE, Reason.NO_FULL_YEAR, value)
    assert (standing.klass, standing.latest, standing.inputs) == (Class.CANNOT_SAY, value, value.inputs)
    assert cannot_say(CASE, Reason.NO_VALUE).latest is None


def test_say_collects_inputs_and_notes_once() -> None:
    used = (make_value(2021, 1, note="甲"), make_value(2022, 2, note="甲"), make_value(2023, 3, note="乙"))
    standing = say(CASE, Class.AHEAD, Figures(used, done=Fraction(1, 2), elapsed=Fraction(1, 5), note="头"))
    assert standing.latest == used[-1]
    assert standing.inputs == ("gdp-2021", "gdp-2022", "gdp-2023")
    assert standing.note == "头；甲；乙"
    assert (standing.done, standing.expected, standing.margin) == (Decimal("0.5"), Decimal("0.2"), Decimal("0.2"))


def test_without_a_way_there_is_no_margin() -> None:
    standing = say(CASE, Class.ON_COURSE, Figures((make_value(2021, 1),), elapsed=Fraction(1, 5)))
    assert (standing.done, standing.expected, standing.margin) == (None, None, None)


def test_preliminary() -> None:
    assert is_preliminary([make_value(2021, 1, status=Status.PRELIMINARY)])
    assert is_preliminary([make_value("2021-01/11", 1)])
    assert not is_preliminary([make_value(2021, 1, status=Status.UNSTATED)])
