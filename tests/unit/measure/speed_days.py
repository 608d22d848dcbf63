"""Made-up speeds of detectors for the tests that compare engines."""

import random
from datetime import datetime, timedelta

from tests.unit.measure.plain import Reading


def make_speeds(first: datetime, days: int, seed: int) -> list[Reading]:
    """Speeds of four detectors by the hour, some of them zero, impossible or missing, one silent in the peaks of some days."""
    draw = random.Random(seed)
    return [
        Reading(
            f"traffic/speed/D{detector}", first + timedelta(days=day, hours=hour), draw.choice((0.0, 400.0, *speeds))
        )
        for detector in range(4)
        for day in range(days)
        for hour in range(24)
        if draw.random() < 0.9 and not (detector > 1 and draw.random() < 0.4)
        for speeds in [[round(draw.uniform(8, 60), draw.choice((0, 1, 2))) for _ in range(6)]]
    ]


DETECTORS = [
    (f"D{i}", level, code, "") for i in range(4) for level, code in (("county", "330411"), ("prefecture", "330400"))
]
