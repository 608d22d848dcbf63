"""Formulas of traffic: speed in the peak hours.

In: rows of detectors' speeds. Out: one speed for a city's day. Left out on purpose:
weights by length or flow, which the detectors do not tell.
"""

from fractions import Fraction

from lantu.packs.arithmetic import round_even
from lantu.packs.rows import InputRow, Outcome, make_absent
from lantu.packs.rulebook import RuleBook


def compute_peak_speed(rows: tuple[InputRow, ...], rules: RuleBook) -> Outcome:
    """The harmonic mean of speeds in peak hours: by detector first, then over detectors.

    The same distance takes as long as its slow parts; an arithmetic mean of speeds would be too fast.

    Source: GB/T 33171-2016 (a related definition), in force from 2017-05-01; peak hours are our own.
    """
    day = rows[0].day
    peaks = rules.pick("peaks", day).values
    if day is None:
        return make_absent("P034", "the day is not stated, so nobody knows whether it is a working day", "give the day")
    if day.isoweekday() not in peaks["weekdays"]:
        return make_absent("P034", f"{day} is no working day", "nothing to do", {"detectors": 0})
    slowness: dict[str, list[Fraction]] = {}
    for row in rows:
        speed = row.amount("speed")
        if speed is not None and row.hour in peaks["hours"] and not row.is_set_aside:
            slowness.setdefault(row.words.get("detector", ""), []).append(1 / Fraction(speed))
    known = len({row.words.get("detector", "") for row in rows})
    parts = {"detectors": len(slowness), "detectors_known": known}
    if len(slowness) * 100 < peaks["detectors_pct"] * known:
        message = f"{len(slowness)} of {known} detectors have a speed in the peak hours"
        return make_absent("P034", message, "find out why detectors are silent", parts)
    each = [sum(found, Fraction(0)) / len(found) for found in slowness.values()]
    return Outcome(round_even(len(each) / sum(each, Fraction(0)), 1), parts)
