"""A base for promises whose plan prints none: the reported figure of the base year.

In: a target and values. Out: the target with that base, or unchanged. A floor or
ceiling whose observed base falls short of the promise is a level to be reached.
Left out on purpose: printed bases; they are never replaced.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Direction
from lantu.core.target import Base, Form, Target
from lantu.core.value import Value
from lantu.judge.series import exact_amount, list_known

OBSERVED = "observed"
"""Version of a base that was reported for the base year and not printed in the plan."""
_HELD = {Form.FLOOR: Direction.UP, Form.CEILING: Direction.DOWN}
_FORMS = (Form.LEVEL, Form.ABOUT, Form.RANGE, Form.CHANGE, Form.COVERAGE, *_HELD)


def fill_base(target: Target, values: Iterable[Value], as_of: date) -> Target:
    """The target with the observed base, where it has none of its own and one is known."""
    if target.form not in _FORMS or target.is_yearly or isinstance(target.value, Absence):
        return target
    if not isinstance(target.base.quantity, Absence):
        return target
    known = list_known(values, target.indicator_code, target.place_code, as_of)
    of_year = [v for v in known if v.period.is_full_year and v.period.year == target.base.year and is_plain(v)]
    if not of_year or isinstance(of_year[-1].quantity, Absence):
        return target
    amount = exact_amount(of_year[-1].quantity, target.value.unit)
    if amount is None:
        return target
    base = Base(target.base.year, of_year[-1].quantity, OBSERVED, of_year[-1].inputs)
    return replace(target, base=base, form=_form_from(target, amount, Fraction(target.value.amount)))


def is_plain(value: Value) -> bool:
    """Whether the value is a figure rather than a limit such as "<5.5"."""
    return value.bound.value in ("=", "~")


def _form_from(target: Target, base: Fraction, promised: Fraction) -> Form:
    way = _HELD.get(target.form)
    if way is None:
        return target.form
    is_short = base < promised if way is Direction.UP else base > promised
    return Form.LEVEL if is_short else target.form
