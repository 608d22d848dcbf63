"""Runs are kept whole, and a set of plans has one name."""

from datetime import UTC, datetime

import pytest

from lantu.core.diagnostic import Severity
from lantu.core.finding import Evidence, Finding, FindingKind
from lantu.core.place import Place
from lantu.core.span import Span
from lantu.store.fetch.checks import finding_noun, findings_of, versions_of
from lantu.store.keep.checks import KeyedFinding, keep_check, keep_finding_decision, scope_of
from lantu.store.keep.places import keep_places
from lantu.store.keep.plans import PlanFacts, keep_document, keep_version

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_set_of_plans_has_one_name() -> None:
    assert scope_of([12, 3, 12]) == scope_of([3, 12]) == "3+12"


def test_a_run_gives_back_what_it_was_given() -> None:
    keep_places([Place("330400", "青湖市", "prefecture")], NOW)
    facts = PlanFacts("规划", "330400", slug="outline", first_year=2021)
    version = keep_version(facts, keep_document(b"a", "a.txt", NOW), "lantu", NOW)
    evidence = (Evidence(str(version.pk), Span(2, 4, "9%")),)
    finding = Finding("C101", FindingKind.ARITHMETIC, Severity.ERROR, "甲", "乙", evidence)
    run = keep_check([version], [], [KeyedFinding("k", finding, (version.plan_id,))], NOW, program="lantu", by="li")
    (row,) = findings_of(run)
    assert finding_noun(row) == finding
    assert (row.key, row.plans, run.scope) == ("k", [version.plan_id], str(version.plan_id))
    assert [v.pk for v in versions_of(run)] == [version.pk]
    decision = keep_finding_decision(run, "k", "fixed", NOW, by="li", version=version)
    assert (decision.version_id, decision.is_automatic) == (version.pk, False)
