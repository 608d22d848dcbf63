"""Makes the instance a soak is run on, and counts at the end what is in it.

In: `make` with a number of pairs and of sheets, or `count` with the ledger; the instance by LANTU_HOME and DATABASE_URL. Out: a file of
JSON with tokens and questions; or what was lost, doubled or broken.
"""

import calendar
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from lantu.store.bootstrap import connect_registry, migrate_registry

CITY = "990100"
AT = datetime(2026, 3, 1, tzinfo=UTC)
CODES = ("gdp", "patents", "beds")


def months() -> Iterator[tuple[date, date]]:
    """The months from 1980 on."""
    for year in range(1980, 2100):
        for month in range(1, 13):
            yield date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def make(path: str, pairs: str, sheets: str) -> None:
    """Districts with a reporter and a reviewer each, and their sheets, one a month."""
    migrate_registry()
    from lantu.core.definition import Definition, Direction, Kind
    from lantu.core.place import Place
    from lantu.run.setting_up import record_person, record_places
    from lantu.run.tokens import SCOPES, issue_token
    from lantu.store import models
    from lantu.store.accounts import find_person_named
    from lantu.store.keep.indicators import keep_definitions

    places = [Place(f"9901{n:02}", f"区{n}", "county", CITY) for n in range(1, int(pairs) + 1)]
    record_places([Place(CITY, "示例市", "prefecture"), *places], by="soak")
    keep_definitions([Definition(code, code, "亿元", Direction.UP, Kind.FLOW) for code in CODES], AT)
    workflow = models.Workflow.objects.create(
        code="soak", name="月报", place_id=CITY, grain="month", accepting_level="prefecture", due_working_days=10,
        codes=list(CODES), actor="soak", recorded_at=AT,
    )  # fmt: skip

    def person(name: str, role: str, place: str) -> str:
        record_person(name, "blue-heron-rests-9", role, place, by="soak")
        return issue_token(find_person_named(name), "soak", SCOPES, 30, by="soak")

    told = []
    planner = person("planner", "planner", CITY)
    for place in places:
        department = models.Department.objects.create(
            code=f"tj{place.code}", name="统计局", place_id=place.code, recorded_at=AT
        )
        asked = []
        for _, (start, end) in zip(range(int(sheets)), months(), strict=False):
            sheet = models.ReturnSheet.objects.create(
                workflow=workflow, place_id=place.code, accepting_place_id=CITY, department=department, period_start=start,
                period_end=end, due_on=end, is_due_exact=True, recorded_at=AT,
            )  # fmt: skip
            tasks = models.ReportingTask.objects.bulk_create(
                models.ReportingTask(
                    sheet=sheet, position=n, indicator_code=code, place_id=place.code, period_start=start, period_end=end, recorded_at=AT
                )
                for n, code in enumerate(CODES)
            )  # fmt: skip
            asked.append([sheet.pk, [task.pk for task in tasks]])
        told.append(
            {
                "reporter": person(f"reporter{place.code}", "reporter", place.code),
                "reviewer": person(f"reviewer{place.code}", "reviewer", place.code),
                "planner": planner,
                "sheets": asked,
            }
        )
    Path(path).write_text(json.dumps(told), "utf-8")


def count(path: str, ledger: str) -> None:
    """What the ledger has and the registry has not, what the registry has twice, and breaks of the audit chain."""
    from lantu.store import models
    from lantu.store.audit import find_breaks

    drafts = Counter((d.task_id, d.value) for d in models.DraftFigure.objects.all())
    steps = Counter((s.sheet_id, s.step) for s in models.SheetStep.objects.all())
    counted = Counter(
        (str(o.amount.normalize()), o.indicator_code, o.place_code, o.period_start)
        for o in models.StagedObservation.objects.all()
    )
    lost: list[Any] = []
    acknowledged = accepted = 0
    for line in Path(ledger).read_text("utf-8").splitlines():
        said = json.loads(line)
        acknowledged += 1
        if "typed" in said:
            lost += [key for key in map(tuple, said["typed"]) if not drafts[key]]
        else:
            accepted += said["step"] == "accept"
            lost += [said] if not steps[said["sheet"], said["step"]] else []
    # What was accepted is counted: each question of an accepted sheet is one observation with the value typed last.
    for sheet in models.ReturnSheet.objects.filter(state="accepted").select_related("batch"):
        if sheet.batch is None or sheet.batch.observations.count() != len(CODES):
            lost.append(["batch", sheet.pk])
    doubled = sum(n - 1 for found in (drafts, steps, counted) for n in found.values())
    breaks = sum(1 for _ in find_breaks())
    told = {
        "acknowledged": acknowledged, "accepted": accepted, "lost": len(lost), "doubled": doubled, "broken_chain": breaks,
        "examples": [str(item) for item in lost[:5]],
    }  # fmt: skip
    Path(path).write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    connect_registry()
    {"make": make, "count": count}[sys.argv[1]](*sys.argv[2:])
