"""What was known of departments and owners at an instant; chains of runs from any of them."""

from datetime import date, timedelta

import pytest

from lantu.core.score import Assessment
from lantu.run.assessing import require_rules
from lantu.store import models
from lantu.store.fetch.scores import (
    chain_of,
    departments_known,
    districts_of,
    find_objection,
    find_rules,
    find_run,
    last_of_chain,
    list_rules,
    list_runs,
    objections_of,
    owners_known,
)
from lantu.store.keep.scores import keep_objection, keep_rules, keep_run
from tests.unit.run.scored import DAY, RULES, build_scored
from tests.unit.show.city import AT, CITY, DISTRICT, OTHER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _city() -> None:
    build_scored()


def test_owners_and_departments_as_an_instant_knew_them() -> None:
    before = AT - timedelta(seconds=1)
    assert owners_known(DAY, before) == {}
    assert owners_known(DAY, AT)["indicator", "gdp", CITY] == ("tj", True)
    assert owners_known(date(2020, 1, 1), AT) == {}
    assert departments_known(CITY, DAY, before) == []
    models.Department.objects.filter(pk="jt").update(valid_to=date(2025, 12, 31))
    assert [d.code for d in departments_known(CITY, DAY, AT)] == ["sthj", "tj"]
    assert [place.code for place in districts_of(CITY)] == [DISTRICT, OTHER]


def test_a_chain_and_its_objections_from_any_of_its_runs() -> None:
    noun = Assessment(require_rules(RULES, "r.yml"), CITY, DAY, ())
    rules = keep_rules(noun.rules, RULES, "r.yml", AT, by="x")
    first = keep_run(noun, rules.pk, AT, AT, by="x")
    second = keep_run(noun, rules.pk, AT, AT, by="x", after=first)
    third = keep_run(noun, rules.pk, AT, AT, by="x", after=second)
    objection = keep_objection(first.pk, "tj", "", "x", AT, by="li")
    for run in (first, second, third):
        assert [one.pk for one in chain_of(run)] == [first.pk, second.pk, third.pk]
        assert last_of_chain(run).pk == third.pk
        assert [one.pk for one in objections_of(run)] == [objection.pk]
    assert [run.pk for run in list_runs() if not hasattr(run, "before")] == [third.pk]
    assert find_run(third.pk) == third
    assert find_run(0) is None
    assert find_objection(objection.pk) == objection
    assert find_objection(0) is None
    assert list_rules() == [rules]
    assert find_rules("departments", "1") == rules
    assert find_rules("departments", "9") is None
