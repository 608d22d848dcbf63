"""The report holds what the page shows, gravest first, with who settled what."""

from lantu.run.checking import decide_finding, findings_now
from lantu.show.check_report import list_rows, sort_findings, write_report
from lantu.store.fetch.checks import find_run, versions_of
from tests.unit.show.checked import Checked


def test_rows_say_who_settled_a_finding_and_why(checked: Checked) -> None:
    keys = [checked.upper.pk, checked.lower.pk]
    item = next(item for item in findings_now(keys) if item.row.code == "C160")
    decide_finding(checked.together, item.row.key, "accepted", reason="两级同源", by="wang")
    run = find_run(checked.together)
    assert run is not None
    heads, *rows = list_rows(versions_of(run), findings_now(keys))
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    (state,) = {row["状态"] for row in told if row["编号"] == item.row.key}
    assert state.startswith("已接受，wang，")
    assert state.endswith("：两级同源")
    order = ["错误", "提醒", "说明"]
    assert [order.index(row["轻重"]) for row in told] == sorted(order.index(row["轻重"]) for row in told)


def test_the_report_is_a_word_file(checked: Checked) -> None:
    run = find_run(checked.together)
    assert run is not None
    items = findings_now([checked.upper.pk, checked.lower.pk])
    assert write_report(run, versions_of(run), items)[:2] == b"PK"
    assert next(item.row.severity for item in sort_findings(items)) != "info"
