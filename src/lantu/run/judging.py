"""The arrow from targets and values to standings.

In: a day to speak for. Out: standings with the panel of methods and the trend, kept where the answer changed. A judgement
as of a past day uses only what was recorded by the end of that day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from lantu.core.standing import Standing
from lantu.core.target import Target
from lantu.core.value import Value
from lantu.judge.methods.panel import add_panel
from lantu.judge.settings import Settings
from lantu.judge.standing import judge_target
from lantu.judge.trend.foretell import add_trend
from lantu.run.clock import end_of_day, read_clock, today_in_china
from lantu.run.warning import warn_all
from lantu.store.adjustments import adjustment_notes
from lantu.store.audit import append_audit
from lantu.store.keep.judgements import keep_standings
from lantu.store.known import known_values
from lantu.store.targets import targets_in_force
from lantu.store.transactions import one_transaction

Series = dict[tuple[str, str], list[Value]]


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


def judge_indicator(code: str, *, by: str) -> int:
    """Judge what rests on one indicator as of today and keep the answers that changed; warnings wait for `judge_all`.

    Returns:
        How many answers changed.
    """
    day = today_in_china()
    moment = end_of_day(day)
    targets = targets_in_force(moment, code)
    codes = {code} | {target.indicator_code for _, target in targets} | {target.relative_to for _, target in targets}
    judged = list(_judge(targets, known_values(moment, codes), day))
    at = read_clock()
    with one_transaction():
        changed = keep_standings(((key, standing) for key, _, standing in judged), at)
        if changed:
            append_audit(by, "targets.judged", code, at, as_of=day.isoformat(), judged=len(judged), changed=changed)
    return changed


def judge_known(day: date) -> Iterator[tuple[int, Target, Standing]]:
    """Targets in force with their standings as of a day: key of the row, target, standing."""
    moment = end_of_day(day)
    return _judge(targets_in_force(moment), known_values(moment), day)


def _judge(
    targets: Iterable[tuple[int, Target]], values: Iterable[Value], day: date
) -> Iterator[tuple[int, Target, Standing]]:
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
