"""Publishing a plan's standings."""

import pytest

from lantu.run.publishing import PublishingRefusedError, publish_plan
from lantu.store import models
from lantu.store.audit import find_breaks
from tests.unit.show.city import build_city


def test_publications_are_numbered_sealed_and_kept(db) -> None:
    city = build_city()
    assert [publish_plan(city.plan.pk, by="li") for _ in range(2)] == [1, 2]
    first, second = models.Publication.objects.order_by("number")
    assert first.digest == second.digest
    assert len(first.body) == 5
    assert list(find_breaks()) == []


def test_a_plan_without_targets_is_refused(db) -> None:
    city = build_city()
    models.StandingRow.objects.all().delete()
    models.PlanTarget.objects.all().delete()
    with pytest.raises(PublishingRefusedError):
        publish_plan(city.plan.pk, by="li")
