"""The arrow from targets and values to standings.

In: a day to speak for. Out: standings with the panel of methods and the trend, kept where the answer changed. A judgement
as of a past day uses only what was recorded by the end of that day.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from lantu.core.standing import Standing
from lantu.core.target import Target
from lantu.core.value import Value
from lantu.judge.methods.panel import add_panel
from lantu.judge.settings import Settings
from lantu.judge.standing import judge_target
from lantu.judge.trend.foretell import add_trend
from lantu.run.clock import end_of_day, read_clock, today_in_china
from lantu.run.warning import warn_all, warn_reached
from lantu.store.adjustments import adjustment_notes
from lantu.store.audit import append_audit
from lantu.store.fetch.standings import last_judging
from lantu.store.keep.judgements import keep_standings
from lantu.store.known import known_values, series_recorded_since
from lantu.store.targets import targets_in_force
from lantu.store.transactions import one_transaction

Series = dict[tuple[str, str], list[Value]]
Judged = tuple[int, Target, Standing]
"""Key of the target's row, the target, its standing."""
OVERLAP = timedelta(hours=1)
"""A value is recorded a little before others can see it, so those of the last hour are looked at again."""


def judge_all(*, by: str, as_of: date | None = None) -> int:
    """Judge every target in force as of today, keep the answers that changed, and see to the warnings.

    Returns:
        How many answers changed.
    """
    day = as_of or today_in_china()
    judged = list(judge_known(day))
    at = read_clock()
    with one_transaction():
        changed = keep_standings(((key, standing) for key, _, standing in judged), at)
        append_audit(by, "targets.judged", "all", at, as_of=day.isoformat(), judged=len(judged), changed=changed)
    if as_of is None:
        # a past day that is judged once more opens nothing: warnings are of the present
        warn_all([(target, standing) for _, target, standing in judged], by=by, as_of=day)
    return changed


def judge_changed(*, by: str) -> int:
    """Judge what rests on values that are new since the last judging of today; everything, where today has had none yet.

    The answers are those that judging everything would give: what a day alone changes (a period that ends, a figure that
    becomes public, an adjustment that takes effect) is seen by the first judging of each day.

    Returns:
        How many answers changed.
    """
    last = last_judging(today_in_china())
    if last is None:
        return judge_all(by=by)
    return judge_series(series_recorded_since(last - OVERLAP), by=by)


def judge_series(series: Collection[tuple[str, str]], *, by: str) -> int:
    """Judge the targets that rest on these indicators and places as of today, keep what changed, and see to their warnings.

    Returns:
        How many answers changed.
    """
    day, wanted = today_in_china(), frozenset(series)
    judged = list(_judge_reached(wanted, day))
    at = read_clock()
    with one_transaction():
        changed = keep_standings(((key, standing) for key, _, standing in judged), at)
        if changed:
            told = sorted({code for code, _ in wanted})
            append_audit(
                by, "targets.judged", "、".join(told)[:300], at,
                as_of=day.isoformat(), judged=len(judged), changed=changed,
            )  # fmt: skip
    warn_reached([(target, standing) for _, target, standing in judged], wanted, by=by, as_of=day)
    return changed


def _judge_reached(wanted: frozenset[tuple[str, str]], day: date) -> Iterator[Judged]:
    moment = end_of_day(day)
    reached = [
        (key, target)
        for key, target in targets_in_force(moment, {code for code, _ in wanted})
        if {(target.indicator_code, target.place_code), (target.relative_to, target.place_code)} & wanted
    ]
    codes = {code for _, target in reached for code in (target.indicator_code, target.relative_to)}
    return _judge(reached, known_values(moment, codes), day)


def judge_known(day: date) -> Iterator[Judged]:
    """Targets in force with their standings as of a day: key of the row, target, standing."""
    moment = end_of_day(day)
    return _judge(targets_in_force(moment), known_values(moment), day)


def _judge(targets: Iterable[tuple[int, Target]], values: Iterable[Value], day: date) -> Iterator[Judged]:
    series: Series = defaultdict(list)
    for value in values:
        series[value.indicator_code, value.place_code].append(value)
    settings, notes = Settings(), adjustment_notes(end_of_day(day), day)
    for key, target in targets:
        own = series.get((target.indicator_code, target.place_code), [])
        standing = judge_target(
            target,
            own,
            series.get((target.relative_to, target.place_code), ()),
            as_of=day,
            settings=settings,
        )
        if target.id in notes:
            standing = replace(standing, note="；".join(filter(None, (standing.note, notes[target.id]))))
        yield key, target, add_trend(target, own, add_panel(target, standing))
