"""Growth set against another indicator's."""

from decimal import Decimal

from lantu.core.definition import Kind
from lantu.core.entry import Comparator
from lantu.core.standing import Class, Reason
from lantu.core.target import Form, Target
from lantu.judge.forms.relative import judge_relative
from lantu.judge.settings import Settings
from tests.unit.judge.builders import build_target, make_case, make_value


def income(comparator: Comparator, **fields: object) -> Target:
    return build_target(
        Form.RELATIVE, None, None, "%", comparator=comparator, kind=Kind.GROWTH, relative_to="partner", **fields
    )


OWN = (make_value(2021, 9, "%"), make_value(2022, 3, "%"))
PARTNER = (make_value(2021, "8.5", "%", "partner"), make_value(2022, "2.5", "%", "partner"))


def test_both_means_are_shown_and_both_inputs() -> None:
    standing = judge_relative(make_case(income(Comparator.ABOUT), *OWN, partner=PARTNER))
    assert standing.klass is Class.ON_COURSE
    assert standing.compared is not None
    assert standing.partner_compared is not None
    assert round(standing.compared - standing.partner_compared, 2) == Decimal("0.50")
    assert standing.latest == OWN[-1]
    assert set(standing.inputs) == {"gdp-2021", "gdp-2022", "partner-2021", "partner-2022"}


def test_a_partner_may_be_a_level() -> None:
    levels = (make_value(2020, 100, "亿元", "partner"), make_value(2021, 108, "亿元", "partner"))
    target = income(Comparator.MORE_THAN, partner_kind=Kind.FLOW)
    assert judge_relative(make_case(target, *OWN, partner=levels)).klass is Class.ON_COURSE


def test_slower_than_may_be_promised() -> None:
    target = income(Comparator.LESS_THAN)
    assert judge_relative(make_case(target, *OWN, partner=PARTNER)).klass is Class.BEHIND


def test_the_tolerance_is_a_setting() -> None:
    tight = Settings(sync_tolerance_points=Decimal("0.1"))
    case = make_case(income(Comparator.ABOUT), *OWN, partner=PARTNER, settings=tight)
    assert judge_relative(case).klass is Class.AHEAD


def test_no_common_year_is_a_missing_partner() -> None:
    later = (make_value(2022, 3, "%", "partner"),)
    standing = judge_relative(make_case(income(Comparator.ABOUT), *OWN, partner=later))
    assert (standing.reason, standing.latest) == (Reason.PARTNER_MISSING, OWN[-1])
