"""A milestone is reached by a day, or not."""

import pytest

from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.standing import Class, Reason
from lantu.core.target import Form
from lantu.judge.forms.milestone import LATE, judge_milestone
from lantu.judge.methods.panel import add_panel
from tests.unit.judge.builders import build_target, make_case, make_value

OPENED = build_target(Form.MILESTONE, None, 100, "%", years=(2020, 2023))


def test_a_day_of_the_due_year_keeps_it_and_is_no_part_of_a_year() -> None:
    standing = judge_milestone(make_case(OPENED, make_value("2023-12-26", 100, "%")))
    assert (standing.klass, standing.is_preliminary, standing.is_part_of_year) == (Class.MET, False, False)
    assert standing.inputs == ("gdp-2023-12-26",)


def test_a_later_day_does_not_and_says_so() -> None:
    values = make_value("2023", 80, "%"), make_value("2024-01-05", 100, "%")
    standing = judge_milestone(make_case(OPENED, *values))
    assert (standing.klass, standing.note, standing.done) == (Class.MISSED, LATE, 1)


def test_within_the_due_year_time_is_left() -> None:
    assert judge_milestone(make_case(OPENED, make_value("2023-06-30", 50, "%"))).klass is Class.BEHIND
    assert judge_milestone(make_case(OPENED, make_value("2023-06-30", 80, "%"))).klass is Class.ON_COURSE


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ((), Reason.NO_VALUE),
        ((make_value("2022", 5, "公里"),), Reason.UNIT_DIFFERS),
        ((make_value("2022", 50, "%", bound=Comparator.MORE_THAN),), Reason.ONLY_A_BOUND),
    ],
)
def test_nothing_is_said_without_a_plain_share(values: tuple[object, ...], reason: Reason) -> None:
    assert judge_milestone(make_case(OPENED, *values)).reason is reason  # type: ignore[arg-type]


def test_a_preliminary_word_is_preliminary() -> None:
    standing = judge_milestone(make_case(OPENED, make_value("2023-05-01", 100, "%", status=Status.PRELIMINARY)))
    assert standing.is_preliminary


def test_methods_of_growth_do_not_apply() -> None:
    standing = add_panel(OPENED, judge_milestone(make_case(OPENED, make_value("2022", 50, "%"))))
    assert {str(opinion.refused) for opinion in standing.panel} == {"no_figure"}
