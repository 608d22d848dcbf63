"""What judging costs: 100 places of 40 targets, five years, four methods, every input named.

Source: generated figures, the same each time; all forms of targets in turn. One process, one core; reading and storing are not
counted, trends are counted apart. Beside it as many generated rows as the data set of sdg-build's published cost has
(164,949 rows, 19 to 23 CPU s for a full rebuild of site data with one method): each series of five rows judged once, which is
what a rebuild decides, and judged anew at each row. Not the same work: sdg-build reads and writes files as well, we ask four methods.

One changed value to the changed light: in a registry of its own with 40 targets and five years of values, a value is replaced and
what rests on it is judged, with trend and panel, and kept; wall time, the middle of 21. Filing and measuring come before and are not in it.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.quantity import make_quantity
from lantu.core.target import Base, Form, Target
from lantu.core.time import year_period
from lantu.core.value import Value
from lantu.judge.methods.panel import add_panel
from lantu.judge.standing import judge_target
from lantu.judge.trend.foretell import add_trend

PLACES, TARGETS, YEARS = 100, 40, (2020, 2021, 2022, 2023, 2024)
ROWS, SERIES_YEARS = 165_000, 5
PUBLISHED = (19.0, 23.0)
"""CPU seconds of sdg-build for 164,949 rows."""
TRENDS = 200
DAY = date(2025, 6, 1)
FORMS = (Form.LEVEL, Form.FLOOR, Form.CEILING, Form.ABOUT, Form.GROWTH, Form.SUM, Form.CUT, Form.CHANGE)
Case = tuple[Target, tuple[Value, ...]]


def measure() -> dict[str, float]:
    """Seconds of CPU."""
    cases = make_cases(PLACES, TARGETS)
    plain, said = _time(cases)
    warm = make_cases(5, TARGETS)[:TRENDS]
    told = [(target, values, judge_target(target, values, as_of=DAY)) for target, values in warm]
    add_trend(*told[0])
    start = time.process_time()
    for target, values, standing in told:
        add_trend(target, values, standing)
    trend = (time.process_time() - start) / len(told)
    one = _time_one(cases)
    registry = _time_registry()
    many = make_cases(ROWS // SERIES_YEARS // TARGETS, TARGETS)
    once, _ = _time(cases, YEARS[-1:])
    rows, _ = _time(many, YEARS[-1:])
    yearly, _ = _time(many)
    return {
        f"judging {PLACES} places × {TARGETS} targets × {len(YEARS)} years, CPU s": plain,
        "standings with an answer": float(said),
        "the same targets judged once, CPU s": once,
        "one target judged in memory, ms": one * 1000,
        "one changed value to the changed light, through the registry, ms": registry * 1000,
        "one trend, ms": trend * 1000,
        f"{ROWS} rows, each series of {SERIES_YEARS} judged once, CPU s": rows,
        f"{ROWS} rows, judged at each row, CPU s": yearly,
        "sdg-build's published rebuild, CPU s, at least": PUBLISHED[0],
        "sdg-build's published rebuild, CPU s, at most": PUBLISHED[1],
    }


def make_cases(places: int, targets: int) -> list[Case]:
    """Targets of every form with a figure for each year."""
    chance = random.Random(7)
    return [_make_case(place, number, chance) for place in range(places) for number in range(targets)]


def _make_case(place: int, number: int, chance: random.Random) -> Case:
    form, code, where = FORMS[number % len(FORMS)], f"i{number}", f"{330000 + place}"
    is_rate = form in (Form.GROWTH, Form.CUT)
    unit = "%" if is_rate or form in (Form.ABOUT, Form.FLOOR, Form.CEILING) else "亿元"
    is_down = form in (Form.CEILING, Form.CUT)
    level = 50.0 + chance.random() * 20
    values = []
    for year in YEARS:
        level *= 1 + (chance.random() - 0.3) * 0.1
        amount = Decimal(f"{3 + chance.random() * 5:.2f}") if form is Form.CUT else Decimal(f"{level:.2f}")
        values.append(_value(code, where, year, amount, unit))
    promised = {Form.GROWTH: "6", Form.CUT: "16", Form.CHANGE: "8", Form.SUM: "320"}.get(form, "75")
    target = Target(
        id=f"t{place}-{number}", entry_id="e", indicator_code=code, name=code, place_code=where, form=form,
        comparator=Comparator.EQUAL, value=make_quantity(promised, "%" if is_rate else unit), due_year=2025,
        direction=Direction.DOWN if is_down else Direction.UP, base=Base(2020, values[0].quantity),
        kind=Kind.GROWTH if form is Form.CUT else Kind.FLOW if form is Form.SUM else Kind.LEVEL,
    )  # fmt: skip
    return target, tuple(values)


def _value(code: str, where: str, year: int, amount: Decimal, unit: str) -> Value:
    quantity = make_quantity(amount, unit)
    return Value(
        code, where, year_period(year), quantity, Comparator.EQUAL, Status.FINAL, (f"{code}{year}",), "reported"
    )


def _time(cases: list[Case], days: tuple[int, ...] = YEARS) -> tuple[float, int]:
    """Each year is judged with what there was by then, so that a target has a standing for each of these years."""
    start, said = time.process_time(), 0
    for year in days:
        for target, values in cases:
            standing = add_panel(target, judge_target(target, values[: year - YEARS[0] + 1], as_of=DAY))
            said += bool(standing.panel) and standing.latest is not None
    return time.process_time() - start, said


def _time_one(cases: list[Case]) -> float:
    start = time.process_time()
    for target, values in cases[:200]:
        add_panel(target, judge_target(target, values, as_of=DAY))
    return (time.process_time() - start) / 200


def _time_registry() -> float:
    """Through Django on SQLite in a folder of its own: the first call of a process may set the registry up, so it is asked for."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "bench.judge_registry"]
        done = subprocess.run(
            command,
            env={**os.environ, "LANTU_HOME": home},
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            text=True,
        )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return float(done.stdout.split()[-1])
