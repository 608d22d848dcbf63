"""Made-up readings of sections in three basins for the tests that compare engines: one of few sections, one of rivers and lakes."""

import random
from datetime import UTC, datetime

from tests.unit.measure.plain import Reading

TOPS = {"ph": 9.3, "do": 9, "codmn": 9, "nh3n": 1.8, "tp": 0.32, "cod": 36}
SECTIONS = {
    "大河": [(f"D{i}", "river") for i in range(6)],
    "小河": [("X1", "river"), ("X2", "river")],
    "湖荡": [("H1", "lake"), ("H2", "river"), ("H3", ""), ("H4", "lake"), ("H5", "river")],
}
"""Name and kind of the sections of each basin."""

PLACES = [
    *(
        (name, level, within, kind)
        for basin, sections in SECTIONS.items()
        for name, kind in sections
        for level, within in (("county", "330411"), ("prefecture", "330400"), ("basin", basin))
    ),
    *((basin, "basin", basin, "river" if basin != "湖荡" else "") for basin in SECTIONS),
]


def make_basins(seed: int, months: int = 12) -> list[Reading]:
    """One or two readings a month of each item and section, some of them missing, flagged or impossible."""
    draw = random.Random(seed)
    readings = []
    for basin, sections in SECTIONS.items():
        for name, _ in sections:
            for month in range(1, months + 1):
                foul = draw.choice((0.2, 0.4, 0.5, 0.5, 0.5, 0.9, 1.2))
                for item, top in TOPS.items():
                    if draw.random() < 0.92:
                        level = {"do": 1.25 - foul, "ph": draw.choice((0.8, 0.9, 0.95))}.get(item, foul)
                        value = round(max(level, 0.05) * draw.uniform(0.8, 1) * top, draw.choice((2, 3, 4)))
                        flag = "stuck" if draw.random() < 0.02 else ""
                        day = draw.randint(1, 27)
                        readings.append(
                            Reading(f"water/{item}/{name}", datetime(2024, month, day, 4, tzinfo=UTC), value, flag)
                        )
        if basin == "小河":
            readings.append(Reading("water/codmn/X1", datetime(2024, 3, 2, 4, tzinfo=UTC), 900.0))
    return readings
