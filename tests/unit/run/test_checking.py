"""Checks are kept, findings keep their key and their state from run to run, and every step can be taken back."""

import pytest

from lantu.run.check_state import State
from lantu.run.checking import (
    CheckRefusedError,
    check_versions,
    compare_versions,
    decide_finding,
    findings_now,
    open_counts,
)
from lantu.run.jobs import do_job, submit_check
from lantu.run.plans import read_version, receive_plan
from lantu.run.wordbooks import decide_pair
from lantu.store.fetch.checks import find_run, latest_runs
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import AuditRow, CheckRun, FindingDecision, FindingRow, Job, Plan, PlanVersion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("definitions")]
CITY = PlanFacts("青湖市规划纲要", "330400", first_year=2021, last_year=2025, slug="outline")
DISTRICT = PlanFacts("南屏区规划纲要", "330411", first_year=2021, last_year=2025, slug="outline")
MORE = "\n\n全市坚持绿色发展，河湖面貌明显改善，群众满意度持续提高。\n"


def read_plan(data: bytes, facts: PlanFacts = CITY) -> int:
    key = receive_plan(data, "plan.md", facts, by="li")
    read_version(key, by="li")
    return key


def the_plan(version: int) -> int:
    return int(PlanVersion.objects.get(pk=version).plan_id)


def states(*plans: int) -> dict[str, State]:
    return {item.row.code: item.state for item in findings_now(plans)}


def key_of(code: str) -> str:
    return FindingRow.objects.filter(code=code).order_by("-run_id").values_list("key", flat=True)[0]


@pytest.fixture
def version(plan_bytes: bytes) -> int:
    """A plan whose prose says 880 where its table says 900."""
    return read_plan(plan_bytes)


@pytest.fixture
def plan(version: int) -> int:
    return the_plan(version)


def test_a_check_keeps_what_it_finds_with_its_places(version: int, plan: int) -> None:
    run = find_run(check_versions([version], by="li"))
    assert run is not None
    assert (run.scope, [v.pk for v in run.versions.all()], run.actor) == (str(plan), [version], "li")
    (finding,) = [item for item in findings_now([plan]) if item.row.code == "C120"]
    assert finding.row.plans == [plan]
    assert {e["source"] for e in finding.row.body["evidence"]} == {str(version)}
    assert "880亿元" in "".join(e["span"]["quote"] for e in finding.row.body["evidence"])
    assert run.alignments
    told = AuditRow.objects.filter(action="plans.checked").get()
    assert told.detail["findings"] == run.findings.count()


def test_an_accepted_finding_stays_accepted_when_the_check_runs_again(version: int, plan: int) -> None:
    run = check_versions([version], by="li")
    decide_finding(run, key_of("C120"), "accepted", reason="正文为约数", by="wang")
    check_versions([version], by="li")
    assert states(plan)["C120"] is State.ACCEPTED
    assert FindingDecision.objects.get().reason == "正文为约数"
    assert AuditRow.objects.filter(action="finding.decided").get().actor == "wang"


def test_a_new_text_that_keeps_the_contradiction_keeps_the_word_on_it(
    version: int, plan: int, plan_bytes: bytes
) -> None:
    run = check_versions([version], by="li")
    decide_finding(run, key_of("C120"), "accepted", reason="正文为约数", by="wang")
    again = read_plan(plan_bytes.replace("三、发展目标".encode(), f"三、发展目标{MORE}".encode()))
    check_versions([again], by="li")
    assert states(plan)["C120"] is State.ACCEPTED


def test_a_contradiction_gone_from_a_new_version_is_fixed_in_it(version: int, plan: int, plan_bytes: bytes) -> None:
    check_versions([version], by="li")
    key = key_of("C120")
    again = read_plan(plan_bytes.replace(b"880", b"900"))
    number = PlanVersion.objects.get(pk=again).number
    check_versions([again], by="li")
    assert states(plan)["C120"] is State.FIXED
    told = FindingDecision.objects.get(key=key)
    assert (told.is_automatic, told.version.number, told.actor) == (True, number, "li")
    item = next(item for item in findings_now([plan]) if item.row.key == key)
    assert not item.is_found

    back = read_plan(plan_bytes + MORE.encode())
    check_versions([back], by="li")
    assert states(plan)["C120"] is State.REOPENED
    assert [d.verdict for d in FindingDecision.objects.filter(key=key)] == ["fixed", "reopened"]


def test_an_older_text_says_nothing_about_what_a_newer_one_was_found_to_hold(
    version: int, plan: int, plan_bytes: bytes
) -> None:
    old = read_plan(plan_bytes.replace(b"880", b"900"))
    new = read_plan(plan_bytes + MORE.encode())
    check_versions([new], by="li")
    check_versions([old], by="li")
    assert states(plan)["C120"] is State.OPEN


def test_a_finding_that_names_explain_away_has_lapsed(plan_bytes: bytes) -> None:
    text = plan_bytes.decode().replace("地区生产总值达到880", "经济总量达到880")
    version = read_plan(text.encode())
    check_versions([version], by="li")
    decide_pair("地区生产总值", "经济总量", "apart", place_code="330400", reason="口径不同", by="li")
    check_versions([version], by="li")
    assert states(the_plan(version))["C120"] is State.LAPSED
    decide_pair("经济总量", "地区生产总值", "withdrawn", place_code="330400", by="li")
    check_versions([version], by="li")
    assert states(the_plan(version))["C120"] is State.REOPENED


def test_a_smaller_check_does_not_settle_what_only_two_plans_together_show(version: int, plan_bytes: bytes) -> None:
    text = plan_bytes.decode().replace("青湖市", "南屏区").replace("| 600 |", "| 60 |").replace("| 900 |", "| 90 |")
    below = read_plan(text.replace("880", "90").encode(), DISTRICT)
    check_versions([version, below], by="li")
    together = (the_plan(version), the_plan(below))
    found = {item.row.key for item in findings_now(together) if set(item.row.plans) == set(together)}
    assert found
    check_versions([version], by="li")
    check_versions([below], by="li")
    assert {item.row.key for item in findings_now(together) if item.state is State.OPEN} >= found


def test_steps_can_be_taken_back_one_by_one(version: int, plan: int) -> None:
    run = check_versions([version], by="li")
    key = key_of("C120")
    decide_finding(run, key, "accepted", reason="约数", by="wang")
    decide_finding(run, key, "reopened", reason="还是要改", by="wang")
    assert states(plan)["C120"] is State.REOPENED
    decide_finding(run, key, "fixed", version_number=1, by="wang")
    assert states(plan)["C120"] is State.FIXED
    seen = []
    for _ in range(3):
        decide_finding(run, key, "withdrawn", by="wang")
        seen.append(states(plan)["C120"])
    assert seen == [State.REOPENED, State.ACCEPTED, State.OPEN]
    assert FindingDecision.objects.count() == 6


@pytest.mark.parametrize(
    ("verdict", "reason", "number", "message"),
    [
        ("accepted", " ", None, "reason"),
        ("fixed", "", 9, "version 9"),
        ("reopened", "", None, "open"),
        ("withdrawn", "", None, "open"),
        ("lapsed", "", None, "verdict"),
    ],
)
def test_what_does_not_fit_is_refused(
    version: int, verdict: str, reason: str, number: int | None, message: str
) -> None:
    run = check_versions([version], by="li")
    with pytest.raises(CheckRefusedError, match=message):
        decide_finding(run, key_of("C120"), verdict, reason=reason, version_number=number, by="li")
    with pytest.raises(CheckRefusedError, match="no finding"):
        decide_finding(run, "none", "accepted", reason="x", by="li")
    assert not FindingDecision.objects.exists()


def test_only_versions_that_were_read_are_checked(version: int, plan_bytes: bytes) -> None:
    queued = receive_plan(plan_bytes + b" ", "plan.md", CITY, by="li")
    other = read_plan(plan_bytes + b"  ")
    for keys in ([], [queued], [version, 0], [version, other]):
        with pytest.raises(CheckRefusedError):
            check_versions(keys, by="li")
    assert not CheckRun.objects.exists()


def test_a_check_runs_as_a_job(version: int, plan: int) -> None:
    key = submit_check([version], by="li")
    job = Job.objects.get(pk=key)
    assert job.result["scope"] == str(plan)
    if job.state != "done":
        do_job.call(key)
    job.refresh_from_db()
    assert (job.state, job.result["check"]) == ("done", CheckRun.objects.get().pk)


def test_two_versions_are_compared_with_people_s_word(version: int, plan_bytes: bytes) -> None:
    text = plan_bytes.decode().replace("| 900 |", "| 850 |").replace("地区生产总值", "全市经济规模")
    later = read_plan(text.encode())
    assert "lower" not in {row.verdict for row in compare_versions(version, later)[2]}
    decide_pair("地区生产总值", "全市经济规模", "same", place_code="330400", reason="同一指标", by="li")
    first, second, rows = compare_versions(version, later)
    assert (first.pk, second.pk) == (version, later)
    (row,) = [row for row in rows if row.verdict == "lower"]
    assert row.is_easier
    with pytest.raises(CheckRefusedError):
        compare_versions(version, version)


def test_what_stands_open_is_counted_once_for_each_plan(version: int, plan: int, plan_bytes: bytes) -> None:
    below = read_plan(plan_bytes.replace("青湖市".encode(), "南屏区".encode()), DISTRICT)
    check_versions([version], by="li")
    alone = open_counts(latest_runs())[plan]
    check_versions([version, below], by="li")
    both = open_counts(latest_runs())[plan]
    assert alone.scope == str(plan)
    assert "+" in both.scope
    assert both.warnings >= alone.warnings > 0
    assert Plan.objects.count() == 2
