"""A standing told in a sentence that a civil servant can check with a pocket calculator.

In: a target, its entry and its standing. Out: sentences in the language in force.
Left out on purpose: advice; it is said how things stand, not what to do.
"""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantu.core.absence import Absence
from lantu.core.definition import Definition
from lantu.core.entry import Entry
from lantu.core.standing import Class, Standing
from lantu.core.target import Form, Target
from lantu.show.comparators import write_comparator
from lantu.show.language import is_english
from lantu.show.numbers import write_amount, write_date, write_period, write_quantity, write_share
from lantu.show.revision_lines import name_base
from lantu.show.words import CLASSES, REASONS, STATUSES, word_for

POINTS = Decimal(100)
LONGEST = 4
"""Decimals a sentence still prints as given."""


def explain_standing(target: Target, entry: Entry, standing: Standing | None) -> str:
    """Why a target stands as it does, in one or two sentences."""
    if standing is None:
        return _("尚未判断。")
    if standing.klass is Class.CANNOT_SAY:
        return explain_reason(standing)
    parts = [_say_latest(standing), _say_way(target, entry, standing), _say_verdict(standing)]
    return "".join(part for part in parts if part)


def explain_reason(standing: Standing) -> str:
    """Why nothing can be said."""
    reason = word_for(REASONS, standing.reason)
    return _("%(reason)s。") % {"reason": reason} if reason else _("原因未注明。")


def _say_latest(standing: Standing) -> str:
    value = standing.latest
    if value is None or isinstance(value.quantity, Absence):
        return ""
    figure = _write_tidy(value.quantity.amount, value.quantity.unit.symbol)
    words = {"period": write_period(value.period), "figure": figure}
    return (
        _("%(period)s初步数为%(figure)s。") % words
        if standing.is_preliminary
        else _("%(period)s为%(figure)s。") % words
    )


def _say_way(target: Target, entry: Entry, standing: Standing) -> str:
    if standing.done is not None and standing.elapsed is not None:
        return _say_progress(target, standing, standing.done, standing.elapsed)
    if standing.compared is not None:
        return _say_compared(target, standing.compared)
    if target.form in (Form.FLOOR, Form.CEILING, Form.ABOUT, Form.RANGE):
        return _say_threshold(entry, is_kept=standing.klass in (Class.MET, Class.ON_COURSE, Class.AHEAD))
    return ""


def _say_threshold(entry: Entry, *, is_kept: bool) -> str:
    if entry.value is None:
        return _("达到本期要求。") if is_kept else _("未达到本期要求。")
    before, after = write_comparator(entry.comparator)
    goal = f"{before}{write_quantity(entry.value, entry.unit)}{' ' if is_english() else ''}{after}".strip()
    return (_("达到要求（%(goal)s）。") if is_kept else _("未达到要求（%(goal)s）。")) % {"goal": goal}


def _say_progress(target: Target, standing: Standing, done: Decimal, elapsed: Decimal) -> str:
    words = {"done": write_share(done), "elapsed": write_share(elapsed)}
    text = _say_gap(target, standing) + _("从基期到目标的路已走完%(done)s，到数据日期时间已过%(elapsed)s。") % words
    if standing.klass in (Class.MET, Class.MISSED):
        return text
    gap = (done - elapsed) * POINTS
    numbers = {"gap": write_amount(abs(gap), 1), "band": write_amount(standing.band * POINTS, 0)}
    if gap < 0:
        return text + _("进度慢%(gap)s个百分点（判断带为±%(band)s个百分点）。") % numbers
    return text + _("进度快%(gap)s个百分点（判断带为±%(band)s个百分点）。") % numbers


def _say_gap(target: Target, standing: Standing) -> str:
    """How far the latest figure is from the target, in the target's own unit."""
    goal, latest = target.value, standing.latest.quantity if standing.latest else None
    if isinstance(goal, Absence) or latest is None or isinstance(latest, Absence) or standing.klass is Class.MET:
        return ""
    if not latest.unit.fits(goal.unit):
        return ""
    gap = abs(goal.amount - latest.in_unit(goal.unit).amount)
    unit = "个百分点" if goal.unit.symbol in ("%", "％") else goal.unit.symbol
    return _("离目标还差%(gap)s。") % {"gap": _write_tidy(gap, unit)}


def _write_tidy(amount: Decimal, unit: str) -> str:
    """A figure with its unit; a computed one with endless decimals is cut to two."""
    exponent = amount.as_tuple().exponent
    is_long = isinstance(exponent, int) and exponent < -LONGEST
    return write_quantity(amount, unit, 2 if is_long else None)


def _say_compared(target: Target, compared: Decimal) -> str:
    goal = target.value
    words = {"mean": write_amount(compared, 2)}
    if isinstance(goal, Absence):
        return _("基期以来按同一口径计算为%(mean)s。") % words
    return _("基期以来按同一口径计算为%(mean)s，目标为%(goal)s。") % {
        **words,
        "goal": write_quantity(goal.amount, goal.unit.symbol),
    }


def _say_verdict(standing: Standing) -> str:
    word = word_for(CLASSES, standing.klass)
    if standing.is_preliminary:
        return _("因此为“%(word)s”（初步）。") % {"word": word}
    return _("因此为“%(word)s”。") % {"word": word}


PRICES: dict[str, Any] = {"current": gettext_lazy("当年价格"), "comparable": gettext_lazy("可比价格")}


def list_method(target: Target, standing: Standing, definition: Definition | None = None) -> list[tuple[str, str]]:
    """The figures a judgement was made with, each with its name."""
    rows: list[tuple[str, str]] = [(_("判断日期"), write_date(standing.as_of))]
    if standing.data_date is not None:
        rows.append((_("数据日期"), write_date(standing.data_date)))
    if standing.done is not None:
        rows.append((_("完成进度"), write_share(standing.done, 1)))
    if standing.elapsed is not None:
        rows.append((_("时间进度"), write_share(standing.elapsed, 1)))
    if standing.margin is not None:
        rows.append(
            (_("距判断带边缘"), _("%(points)s个百分点") % {"points": write_amount(standing.margin * POINTS, 1)})
        )
    if standing.done is not None:
        rows.append((_("判断带"), _("±%(points)s个百分点") % {"points": write_amount(standing.band * POINTS, 0)}))
    if standing.tolerance is not None:
        rows.append((_("“左右”的容差"), _("目标值的%(share)s") % {"share": write_share(standing.tolerance, 1)}))
    if standing.compared is not None:
        rows.append((_("与目标比较的数"), write_amount(standing.compared, 2)))
    rows.append((_("基期版本"), name_base(standing.base_version)))
    rows += _list_vintage(standing)
    if definition is not None and definition.price_basis:
        rows.append((_("价格口径"), word_for(PRICES, definition.price_basis)))
    rows.append((_("方法"), standing.method))
    return rows


def _list_vintage(standing: Standing) -> list[tuple[str, str]]:
    """Which of the figures ever given for the period was used: how settled it is, and when it was published."""
    latest = standing.latest
    if latest is None:
        return []
    word = word_for(STATUSES, latest.status)
    if latest.published_on is None:
        return [(_("数据版本"), word)]
    published = {"status": word, "day": write_date(latest.published_on)}
    return [(_("数据版本"), _("%(status)s，%(day)s发布") % published)]
