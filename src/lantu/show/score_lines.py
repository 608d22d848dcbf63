"""Scores as pages print them: ranks, lines, targets with their figures, objections in words.

In: an assessment as kept, rows of objections. Out: lines with a way to the rule, the standing's figures and the sentence.
Left out on purpose: deciding; every point was given by `act.scores`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantu.core.entry import Entry
from lantu.core.score import Lapse, LapseKind, LineKind, PointLine, Ranked, Refusal, Score, ScoreLine, SubjectKind, Why
from lantu.core.standing import Class
from lantu.show.addresses import link_indicator
from lantu.show.figures import Figure, Missing, show_value
from lantu.show.language import is_english
from lantu.show.lines import show_target_figure
from lantu.show.numbers import group_digits, write_amount, write_share
from lantu.show.sentences import explain_reason
from lantu.show.words import CLASSES, word_for
from lantu.store import models
from lantu.store.adjustments import adjustments_in_force
from lantu.store.codec import decode
from lantu.store.fetch.cases import cases_by_address
from lantu.store.fetch.figures import observations_by_key
from lantu.store.fetch.indicators import definitions_by_code

SUBJECTS: dict[str, Any] = {
    SubjectKind.DEPARTMENT: gettext_lazy("部门"),
    SubjectKind.DISTRICT: gettext_lazy("县（市、区）"),
}
REFUSED: dict[str, Any] = {
    Refusal.NO_TARGETS: gettext_lazy("没有可考核的目标"),
    Refusal.NOTHING_JUDGED: gettext_lazy("没有一项目标能判断"),
    Refusal.TOO_LITTLE_JUDGED: gettext_lazy("能判断的目标太少"),
}
KINDS: dict[str, Any] = {
    LineKind.SCALE: gettext_lazy("无目标部分的权重由其他部分分担"),
    LineKind.LIMIT: gettext_lazy("不低于0分，不高于满分加全部加分"),
    LineKind.ROUNDING: gettext_lazy("四舍五入"),
}
WHYS: dict[str, Any] = {
    Why.COMPLETION: gettext_lazy("按完成进度"),
    Why.PACE: gettext_lazy("按完成进度与应有进度之比"),
    Why.CLASS: gettext_lazy("按进展类别"),
    Why.CLASS_INSTEAD: gettext_lazy("这种目标没有进度，按进展类别"),
    Why.ABSENT: gettext_lazy("无法判断，按缺数规则给分"),
    Why.LEFT_OUT: gettext_lazy("无法判断，按规则不计，分值由其他目标分担"),
    Why.CORRECTED: gettext_lazy("按申诉结论给分"),
    Why.CORRECTED_OUT: gettext_lazy("按申诉结论不计"),
}
LAPSES: dict[str, Any] = {
    LapseKind.LATE_RETURN: gettext_lazy("逾期报送"),
    LapseKind.OVERDUE_CASE: gettext_lazy("督办逾期"),
}
OUTCOMES: dict[str, Any] = {
    "rejected": gettext_lazy("维持原分"),
    "shared": gettext_lazy("改计分"),
    "left_out": gettext_lazy("不计分"),
    "refigured": gettext_lazy("按更正后的数据重算"),
}


@dataclass(frozen=True, slots=True)
class RankLine:
    """Somebody's place in the list."""

    code: str
    name: str
    href: str
    rank: str
    possible: str
    points: str
    interval: str
    refusal: str
    judged: str
    targets: int


@dataclass(frozen=True, slots=True)
class PointView:
    """A target in a line of a score."""

    anchor: str
    target_id: str
    name: str
    href: str
    goal: Figure | None
    latest: Figure | Missing
    klass: str
    word: str
    is_preliminary: bool
    why: str
    reason: str
    sum: str
    points: str
    interval: str
    rule_line: int
    note: str
    source: str
    is_guess: bool


@dataclass(frozen=True, slots=True)
class LapseView:
    """Something that was not done in time, in a line of a score."""

    anchor: str
    name: str
    href: str
    word: str
    due_on: Any
    done_on: Any
    days: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of a score."""

    kind: str
    name: str
    rule_line: int
    weight: str
    points: str
    interval: str
    is_empty: bool
    is_item: bool
    next: tuple[PointView, ...]
    lapses: tuple[LapseView, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectionView:
    """An objection and what became of it."""

    key: int
    about: str
    target_id: str
    text: str
    actor: str
    at: Any
    run_key: int
    is_open: bool
    outcome: str
    share: str
    note: str
    answered_by: str
    answered_at: Any
    led_to: int | None


def rank_line(run_key: int, one: Ranked) -> RankLine:
    """A line of the list."""
    score = one.score
    return RankLine(
        code=score.subject.code,
        name=subject_name(score),
        href=reverse("score", args=[run_key, score.subject.code]),
        rank="" if one.rank is None else _("并列%(n)s") % {"n": one.rank} if one.is_tied else str(one.rank),
        possible="" if one.best is None or one.best == one.worst else f"{one.best}–{one.worst}",
        points="" if score.points is None else group_digits(format(score.points, "f")),
        interval=_write_interval(score.points, score.low, score.high),
        refusal=word_for(REFUSED, score.refusal) if score.points is None else "",
        judged=write_share(score.judged),
        targets=score.targets,
    )


def subject_name(score: Score) -> str:
    """The name of who is scored."""
    return score.subject.name_en if is_english() and score.subject.name_en else score.subject.name


def show_lines(lines: Sequence[ScoreLine], known_at: datetime, as_of: date) -> list[LineView]:
    """The lines of a score; rows behind its figures are fetched once for all.

    Args:
        lines: Of the score.
        known_at: The moment whose knowledge the score rests on.
        as_of: The day it speaks for; a target is shown with the figure that held then, the plan's beside it.
    """
    adjusted = adjustments_in_force(known_at, as_of)
    points = [point for line in lines for point in line.next]
    rows = _rows_by_address({point.target_id for point in points})
    latest = [point.standing.latest for point in points]
    observations = observations_by_key({key for value in latest if value is not None for key in value.inputs})
    definitions = definitions_by_code()
    cases = cases_by_address(lapse.address for line in lines for lapse in line.lapses)

    def show_point(point: PointLine, line: ScoreLine) -> PointView:
        standing, row = point.standing, rows.get(point.target_id)
        code = "" if row is None else row.indicator_code
        value = standing.latest
        return PointView(
            anchor=f"t-{line.rule.rpartition('.')[2]}-{row.pk if row else ''}",
            target_id=point.target_id,
            name=definitions[code].name_en if is_english() and code in definitions and definitions[code].name_en else point.name,
            href=link_indicator(code, row.place_id) if row is not None and code else "",
            goal=None if row is None else show_target_figure(decode(Entry, row.entry.body), row.version.plan, row, adjusted),
            latest=Missing(_("无数据")) if value is None else show_value(value, definitions.get(code), observations),
            klass=str(standing.klass),
            word=word_for(CLASSES, standing.klass),
            is_preliminary=standing.is_preliminary,
            why=word_for(WHYS, point.why) if point.why else "",
            reason=explain_reason(standing) if standing.klass is Class.CANNOT_SAY else "",
            sum=_write_sum(point),
            points=write_points(point.points),
            interval=_write_interval(point.points, point.low, point.high),
            rule_line=point.rule_line,
            note=point.note,
            source=point.source,
            is_guess=point.is_owner_guessed,
        )  # fmt: skip

    return [
        LineView(
            kind=str(line.kind),
            name=_line_name(line),
            rule_line=line.rule_line,
            weight="" if line.weight is None else write_amount(line.weight),
            points=write_points(line.points),
            interval=_write_interval(line.points, line.low, line.high),
            is_empty=line.is_empty,
            is_item=line.kind is LineKind.ITEM,
            next=tuple(show_point(point, line) for point in line.next),
            lapses=tuple(_show_lapse(lapse, cases) for lapse in line.lapses),
        )
        for line in lines
    ]


def _show_lapse(lapse: Lapse, cases: dict[str, int]) -> LapseView:
    kind, _slash, key = lapse.address.partition("/")
    is_case = lapse.kind is LapseKind.OVERDUE_CASE
    return LapseView(
        anchor=f"l-{kind}-{key.replace('/', '-')}",
        name=lapse.name,
        href=reverse(kind, args=[cases[lapse.address] if is_case else int(key)]),
        word=word_for(LAPSES, lapse.kind),
        due_on=lapse.due_on,
        done_on=lapse.done_on,
        days=str(lapse.days),
    )


def show_objections(rows: Iterable[models.Objection], names: dict[str, str]) -> list[ObjectionView]:
    """Objections with their answers; names are those of the targets."""
    return [_show_objection(row, names) for row in rows]


def write_points(points: Decimal) -> str:
    """Points without zeros that add nothing."""
    return write_amount(points)


def _show_objection(row: models.Objection, names: dict[str, str]) -> ObjectionView:
    answer = getattr(row, "answer", None)
    return ObjectionView(
        key=row.pk,
        about=names.get(row.target, row.target) or _("全部得分"),
        target_id=row.target,
        text=row.text,
        actor=row.actor,
        at=row.recorded_at,
        run_key=row.run_id,
        is_open=answer is None,
        outcome="" if answer is None else word_for(OUTCOMES, answer.outcome),
        share="" if answer is None or answer.share is None else write_share(answer.share, 1),
        note="" if answer is None else answer.note,
        answered_by="" if answer is None else answer.actor,
        answered_at=None if answer is None else answer.recorded_at,
        led_to=None if answer is None else answer.led_to_id,
    )


def _line_name(line: ScoreLine) -> str:
    if not line.name:
        return word_for(KINDS, line.kind)
    return line.name_en if is_english() and line.name_en else line.name


def _write_sum(point: PointLine) -> str:
    """Weight × share = points, where it has both."""
    if point.weight is None or point.share is None:
        return ""
    return f"{write_amount(point.weight)} × {write_share(point.share, 2)}"


def _write_interval(points: Decimal | None, low: Decimal | None, high: Decimal | None) -> str:
    if points is None or low is None or high is None or low == high:
        return ""
    return f"{write_points(low)} – {write_points(high)}"


def _rows_by_address(addresses: set[str]) -> dict[str, models.PlanTarget]:
    rows = models.PlanTarget.objects.filter(address__in=addresses)
    rows = rows.select_related("version", "version__plan", "version__plan__place", "entry", "place")
    return {row.address: row for row in rows.order_by("version_id")}
