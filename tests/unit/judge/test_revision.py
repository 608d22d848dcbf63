"""What a revision of a base, a figure or a rule changed, with the reason."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lantu.core.observation import Status
from lantu.core.standing import Class, Standing
from lantu.core.target import Form
from lantu.core.trend import NoTrend, Trend
from lantu.core.value import Value
from lantu.judge.observed_base import OBSERVED
from lantu.judge.revision import Cause, explain_revision, judge_rebased, list_revisions
from lantu.judge.settings import Settings
from lantu.judge.standing import judge_target
from tests.unit.judge.builders import LATER, build_target, make_value

GDP = build_target(Form.LEVEL, "5509.5", 9000)


def judge(*values: Value, settings: Settings = Settings()) -> Standing:  # noqa: B008  # frozen
    return judge_target(GDP, values, as_of=LATER, settings=settings)


BEFORE = judge(make_value(2022, 6739))


@pytest.mark.parametrize(
    ("after", "causes"),
    [
        (judge(make_value(2023, 7062)), (Cause.NEWER,)),
        (judge(make_value(2022, 6800)), (Cause.REVISED,)),
        (judge(make_value(2022, 6739, status=Status.PRELIMINARY)), (Cause.SETTLED,)),
        (judge(make_value(2021, 6355)), (Cause.WITHDRAWN,)),
        (judge(), (Cause.BASE, Cause.WITHDRAWN)),
        (judge(make_value(2022, 6739), settings=Settings(band=Decimal("0.02"))), (Cause.RULE,)),
        (replace(BEFORE, base_version="census"), (Cause.BASE,)),
        (BEFORE, (Cause.OTHER,)),
    ],
)
def test_each_cause_is_named(after: Standing, causes: tuple[Cause, ...]) -> None:
    assert explain_revision(BEFORE, after).causes == causes


def test_a_history_skips_what_rests_on_the_same() -> None:
    later = judge(make_value(2025, 7851))
    same = replace(BEFORE, trend=Trend(refused=NoTrend.TOO_FEW))
    (only,) = list_revisions([BEFORE, same, later])
    assert (only.before.klass, only.after.klass, only.has_moved) == (BEFORE.klass, Class.MISSED, True)
    assert list_revisions([BEFORE]) == ()


def test_the_reported_base_beside_the_printed_one() -> None:
    values = (make_value(2020, "5563.58"), make_value(2022, 6739))
    revision = judge_rebased(GDP, values, as_of=LATER)
    assert revision is not None
    assert revision.causes == (Cause.BASE,)
    assert (revision.before.base_version, revision.after.base_version) == ("plan", OBSERVED)
    assert revision.before.done is not None
    assert revision.after.done is not None
    assert revision.after.done < revision.before.done
    assert revision.after.inputs == ("gdp-2020", "gdp-2022")


def test_no_other_base_no_revision() -> None:
    values = (make_value(2020, "5509.5"), make_value(2022, 6739))
    assert judge_rebased(GDP, values, as_of=LATER) is None
    assert judge_rebased(GDP, values[1:], as_of=LATER) is None
    assert judge_rebased(build_target(Form.FLOOR, None, 9000), values, as_of=LATER) is None
    growth = build_target(Form.GROWTH, "5509.5", 7, "%", base_unit="亿元")
    moved = (make_value(2020, "5563.58"), make_value(2022, 6739))
    told = judge_rebased(growth, moved, as_of=LATER)
    assert told is None or told.before.klass is told.after.klass, "growth counts from the reported base already"
