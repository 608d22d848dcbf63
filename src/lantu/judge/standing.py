"""Where a target stands at a date.

In: a target, values as known at that date, and settings. Out: one standing: one of
six classes, or the reason why none can be given. Left out on purpose: forecasts
to the due date and the methods of other institutions.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from lantu.core.standing import Reason, Standing
from lantu.core.target import Form, Target
from lantu.core.value import Value
from lantu.judge.case import Case, cannot_say
from lantu.judge.forms.about import judge_about
from lantu.judge.forms.change import judge_change
from lantu.judge.forms.coverage import judge_coverage
from lantu.judge.forms.cut import judge_cut
from lantu.judge.forms.growth import judge_growth
from lantu.judge.forms.level import judge_level
from lantu.judge.forms.milestone import judge_milestone
from lantu.judge.forms.multiple import judge_multiple
from lantu.judge.forms.range import judge_range
from lantu.judge.forms.relative import judge_relative
from lantu.judge.forms.threshold import judge_threshold
from lantu.judge.forms.total import judge_total
from lantu.judge.observed_base import fill_base
from lantu.judge.settings import DEFAULT, Settings

RULES: Mapping[Form, Callable[[Case], Standing]] = MappingProxyType(
    {
        Form.LEVEL: judge_level,
        Form.FLOOR: judge_threshold,
        Form.CEILING: judge_threshold,
        Form.ABOUT: judge_about,
        Form.RANGE: judge_range,
        Form.GROWTH: judge_growth,
        Form.CUT: judge_cut,
        Form.SUM: judge_total,
        Form.CHANGE: judge_change,
        Form.RELATIVE: judge_relative,
        Form.COVERAGE: judge_coverage,
        Form.MULTIPLE: judge_multiple,
        Form.MILESTONE: judge_milestone,
    }
)
"""The rule of each form; a form that is missing here is not judged."""


def judge_target(
    target: Target,
    values: Iterable[Value],
    partner_values: Iterable[Value] = (),
    *,
    as_of: date,
    settings: Settings = DEFAULT,
) -> Standing:
    """Judge a target.

    Args:
        target: The promise.
        values: Values as known at the date; those of other indicators and places are passed over.
        partner_values: The same of the indicator a relative promise compares with.
        as_of: The day to speak for. Periods that end, or figures published, after it are not used.
        settings: Tolerances.
    """
    values = tuple(values)
    target = fill_base(target, values, as_of)
    case = Case(target, values, tuple(partner_values), as_of, settings)
    if target.form is Form.ASSIGNED:
        return cannot_say(case, Reason.ASSIGNED_LATER)
    rule = RULES.get(target.form)
    if rule is None:
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    if not target.indicator_code:
        return cannot_say(case, Reason.NO_INDICATOR)
    return rule(case)
