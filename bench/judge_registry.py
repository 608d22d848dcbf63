"""One changed value to the changed light, through a registry in LANTU_HOME; prints the middle of 21 wall times in seconds.

In: an empty folder in LANTU_HOME. Out: seconds on the last line. Left out on purpose: filing and measuring, which come before.
Run by bench_judge.py.
"""

import statistics
import time
from datetime import UTC, date, datetime
from decimal import Decimal

from bench.bench_judge import TARGETS, YEARS, make_cases
from lantu.core.absence import Absence
from lantu.core.value import Value
from lantu.store.bootstrap import connect_registry, migrate_registry

TIMES = 21
AT = datetime(2025, 6, 1, tzinfo=UTC)


def main() -> None:
    """Fill, change, judge."""
    connect_registry()
    migrate_registry()
    from lantu.run.judging import judge_all, judge_series

    cases = make_cases(1, TARGETS)
    _fill([target for target, _ in cases], [value for _, values in cases for value in values])
    judge_all(by="bench")
    target, values = cases[0]
    spent = []
    for number in range(TIMES):
        start = time.perf_counter()
        _keep_value(values[-1], Decimal(100 + number))
        changed = judge_series({(target.indicator_code, target.place_code)}, by="bench")
        spent.append(time.perf_counter() - start)
        if changed != 1:
            raise RuntimeError(f"{changed} standings changed where one should")
    print(statistics.median(spent))


def _keep_value(value: Value, amount: Decimal) -> None:
    from lantu.store.models import ValueRow

    if isinstance(value.quantity, Absence):
        raise TypeError("a generated value has a figure")
    ValueRow.objects.create(
        indicator_code=value.indicator_code, place_code=value.place_code, period_start=value.period.start,
        period_end=value.period.end, amount=amount, unit=value.quantity.unit.symbol, bound=str(value.bound),
        status=str(value.status), inputs=list(value.inputs), rule=value.rule, recorded_at=datetime.now(UTC),
    )  # fmt: skip


def _fill(targets: list, values: list[Value]) -> None:
    from lantu.store import models
    from lantu.store.codec import encode

    code = targets[0].place_code
    models.Place.objects.create(code=code, name="城", name_en="City", level="prefecture", recorded_at=AT)
    document = models.Document.objects.create(
        sha256="b" * 64, name="b", size_bytes=1, data=b"b", text="b", recorded_at=AT
    )
    plan = models.Plan.objects.create(
        address=f"plan/{code}/2021/bench", title="b", title_en="b", kind="outline", place_id=code, first_year=YEARS[0] + 1,
        last_year=2025, adopted_on=date(2021, 1, 1), recorded_at=AT,
    )  # fmt: skip
    version = models.PlanVersion.objects.create(
        plan=plan, number=1, document=document, reader="b", state="read", recorded_at=AT, read_at=AT
    )
    entry = models.PlanEntry.objects.create(
        version=version, entry_id="e", kind="target", origin="table", start=0, end=1, body={}
    )
    for position, target in enumerate(targets, start=1):
        models.PlanTarget.objects.create(
            address=target.id, version=version, entry=entry, position=position, indicator_code=target.indicator_code,
            name=target.name, place_id=code, form=str(target.form), due_year=target.due_year, body=encode(target), recorded_at=AT,
        )  # fmt: skip
    for value in values:
        if not isinstance(value.quantity, Absence):
            _keep_value(value, value.quantity.amount)


if __name__ == "__main__":
    main()
