"""What recognised methods say of a target, as rows that a reader can check.

In: a standing with its panel. Out: for each method its figures, word and margin, or why
it does not apply, in the language in force. Left out on purpose: the formulas, which
stand in the manual's page on methods.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantu.core.method import Method, Opinion, Refusal, is_disputed
from lantu.core.standing import Class, Standing
from lantu.show.numbers import write_amount, write_share
from lantu.show.words import REASONS, word_for

METHODS: dict[str, Any] = {
    Method.LINEAR: gettext_lazy("时序进度"),
    Method.STATCAN: gettext_lazy("加拿大统计局"),
    Method.UNSD: gettext_lazy("联合国统计司"),
    Method.ESCAP: gettext_lazy("联合国亚太经社会"),
}

METHOD_CLASSES: dict[str, Any] = {
    "met": gettext_lazy("已达到"),
    "on_course": gettext_lazy("不慢于时间"),
    "behind": gettext_lazy("慢于时间"),
    "missed": gettext_lazy("到期未达到"),
    "achieved": gettext_lazy("已达到"),
    "on track": gettext_lazy("步子够"),
    "moderate": gettext_lazy("尚可，须加快"),
    "limited": gettext_lazy("进展有限"),
    "deterioration": gettext_lazy("在变差"),
    "3": gettext_lazy("可望达到"),
    "2": gettext_lazy("须加快"),
    "1": gettext_lazy("停滞或倒退"),
    "maintain": gettext_lazy("保持即可"),
    "accelerate": gettext_lazy("须加快"),
    "reverse": gettext_lazy("须扭转"),
}

REFUSALS: dict[str, Any] = {
    **{reason.value: word for reason, word in REASONS.items()},  # type: ignore[attr-defined]
    Refusal.NO_FIGURE: gettext_lazy("目标没有可比的数值"),
    Refusal.NO_TIME: gettext_lazy("目标年不晚于基期年"),
    Refusal.HELD: gettext_lazy("基期已达到要求，没有路可走"),
    Refusal.ZERO_BASE: gettext_lazy("基期为零，算不出增速"),
    Refusal.NEGATIVE_BASE: gettext_lazy("基期为负，算不出增速"),
    Refusal.ZERO_TARGET: gettext_lazy("目标为零，没有增速通向零"),
    Refusal.SIGN_CHANGE: gettext_lazy("数值变号，算不出增速"),
    Refusal.GROWTH_SERIES: gettext_lazy("数值本身是增速，不再求增速"),
}


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One method.

    Attributes:
        name: Whose method.
        figures: What it computed, in words.
        word: Its answer, or "" where it does not apply.
        is_enough: Whether the answer says that the pace is enough.
        margin: Distance to the nearest edge of a band, or "".
        refusal: Why it does not apply, or "".
    """

    name: str
    figures: str
    word: str
    is_enough: bool
    margin: str
    refusal: str


@dataclass(frozen=True, slots=True)
class Panel:
    """All methods on one target.

    Attributes:
        rows: One a method.
        is_disputed: Whether those that apply disagree.
    """

    rows: tuple[PanelRow, ...]
    is_disputed: bool


def show_panel(standing: Standing | None) -> Panel | None:
    """The panel; None where nothing is judged or the methods were not asked."""
    if standing is None or standing.klass is Class.CANNOT_SAY or not standing.panel:
        return None
    return Panel(tuple(_show_opinion(opinion) for opinion in standing.panel), is_disputed(standing.panel))


def _show_opinion(opinion: Opinion) -> PanelRow:
    return PanelRow(
        name=word_for(METHODS, opinion.method),
        figures=_SAY[opinion.method](opinion.figures) if opinion.figures else "",
        word=word_for(METHOD_CLASSES, opinion.klass) if opinion.klass else "",
        is_enough=opinion.is_enough,
        margin=_say_margin(opinion.method, opinion.margin) if opinion.margin is not None else "",
        refusal=word_for(REFUSALS, opinion.refused) if opinion.refused is not Refusal.NONE else "",
    )


def _say_linear(figures: dict[str, Decimal]) -> str:
    words = {"done": write_share(figures["done"], 1), "elapsed": write_share(figures["elapsed"], 1)}
    return _("路走了%(done)s，时间过了%(elapsed)s") % words


def _say_statcan(figures: dict[str, Decimal]) -> str:
    return _("实际增速是要求增速的%(ratio)s倍") % {"ratio": write_amount(figures["ratio"], 4)}


def _say_unsd(figures: dict[str, Decimal]) -> str:
    return _("照此增速到期走完%(share)s") % {"share": write_share(figures["ratio"], 1)}


def _say_escap(figures: dict[str, Decimal]) -> str:
    words = {"current": write_amount(figures["current"], 2), "gap": write_amount(figures["gap"], 1)}
    return _("现状%(current)s（满分10），到期尚差%(gap)s%%") % words


_SAY: dict[Method, Callable[[dict[str, Decimal]], str]] = {
    Method.LINEAR: _say_linear,
    Method.STATCAN: _say_statcan,
    Method.UNSD: _say_unsd,
    Method.ESCAP: _say_escap,
}


def _say_margin(method: Method, margin: Decimal) -> str:
    """In the measure of the figure that decided: points, or times the required growth."""
    if method is Method.STATCAN:
        return write_amount(margin, 4)
    points = margin if method is Method.ESCAP else margin * 100
    return _("%(points)s个百分点") % {"points": write_amount(points, 1)}
