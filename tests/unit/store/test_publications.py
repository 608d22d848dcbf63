"""Publications kept and found."""

from lantu.store.publications import find_publication, keep_publication, list_publications
from tests.unit.show.city import AT, build_city


def test_the_latest_of_each_plan_is_found(db) -> None:
    plan = build_city().plan
    assert find_publication(plan.pk) is None
    keep_publication(plan.pk, [{"a": 1}], None, AT, by="li")
    latest = keep_publication(plan.pk, [{"a": 2}], None, AT, by="li")
    assert [row.pk for row in list_publications()] == [latest.pk]
    found = find_publication(plan.pk)
    assert found is not None
    assert (found.number, found.body) == (2, [{"a": 2}])
