"""What the lake holds, by pack and quantity."""

from datetime import UTC, datetime

import pytest

from lantu.core.time import CHINA_TIME
from lantu.run.pack_steps import step_packs

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 1, tzinfo=UTC)
HOUR = 3600


def series(name: str, rows: int, flagged: int, hours: int, late: int = 0) -> dict[str, object]:
    first = int(AT.timestamp())
    return {"series": name, "place_code": "330411", "rows": rows, "flagged": flagged,
            "first": first, "last": first + (hours - late) * HOUR}  # fmt: skip


def test_groups_add_up_and_say_what_is_missing() -> None:
    from lantu.show.data_lines import write_packs

    rows = [
        series("air/pm25/S1", 40, 2, 47),
        series("air/pm25/S2", 15, 1, 47, late=30),
        series("air/o3/S1", 60, 0, 47),
        series("water/tp/D1", 3, 0, 12),
    ]
    air, water = write_packs(rows, step_packs(), AT.replace(day=4))
    assert (air.name, air.interval, water.interval) == ("air", 60, 240)
    ozone, dust = air.groups
    assert (ozone.item, ozone.missing) == ("o3", 0), "more readings than hours are no gap"
    assert (dust.series, dust.rows, dust.flagged, dust.missing, dust.silent) == (2, 55, 3, 8 + 3, 1)
    assert dust.last == datetime(2026, 6, 3, 6, 59, tzinfo=CHINA_TIME).replace(hour=7, minute=0)
    assert dust.href == "/readings?pack=air&item=pm25"
    assert dust.age == "25小时前"
    assert water.groups[0].missing == 1


def test_a_file_says_how_far_it_is_and_what_is_against_it() -> None:
    from lantu.show.data_lines import write_import
    from lantu.store.models import ReadingImport

    counts = {"rows": 9, "refused": 1, "kept": 7, "negative": 2, "future": 1}
    row = ReadingImport(digest="x", name="a.csv", actor="li", rows_done=9, counts=counts, began_at=AT, recorded_at=AT)
    line = write_import(row)
    assert (line.is_done, line.rows, line.kept, line.refused) == (False, 9, 7, 1)
    assert line.flags == (("负值", 2), ("时间在后", 1))
    row.ended_at = AT
    assert write_import(row).is_done
