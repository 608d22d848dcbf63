"""全覆盖 and 清零."""

import pytest

from lantu.core.definition import Direction
from lantu.core.standing import Class, Reason
from lantu.core.target import Form
from lantu.judge.forms.coverage import judge_coverage
from lantu.judge.standing import judge_target
from tests.unit.judge.builders import LATER, build_target, make_case, make_value

ALL = build_target(Form.COVERAGE, None, 100, "%")
NONE = build_target(Form.COVERAGE, 12, 0, "个", direction=Direction.DOWN)


@pytest.mark.parametrize(
    ("year", "share", "klass"),
    [(2023, 100, Class.ON_COURSE), (2025, 100, Class.MET), (2025, "99.9", Class.MISSED)],
)
def test_coverage_is_all_of_it(year: int, share: object, klass: Class) -> None:
    assert judge_coverage(make_case(ALL, make_value(year, share, "%"))).klass is klass


@pytest.mark.parametrize(
    ("year", "left", "klass"),
    [(2023, 0, Class.MET), (2023, 1, Class.AHEAD), (2023, 10, Class.BEHIND), (2025, 1, Class.MISSED)],
)
def test_clearing_is_none_of_it_on_its_way_from_the_base(year: int, left: int, klass: Class) -> None:
    assert judge_coverage(make_case(NONE, make_value(year, left, "个"))).klass is klass


def test_an_observed_base_makes_a_way() -> None:
    values = (make_value(2020, 40, "%"), make_value(2023, 52, "%"))
    standing = judge_target(ALL, values, as_of=LATER)
    assert (standing.klass, standing.base_version) == (Class.BEHIND, "observed")


def test_without_a_share_nothing_can_be_said() -> None:
    standing = judge_coverage(make_case(build_target(Form.COVERAGE, None, None), make_value(2023, 5)))
    assert standing.reason is Reason.FORM_NOT_JUDGED
