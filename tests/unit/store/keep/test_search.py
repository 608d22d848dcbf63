"""The index follows what is in force."""

import pytest

from lantu.store import models
from lantu.store.keep.search import index_names, index_version
from tests.unit.show.city import City, build_city


@pytest.fixture
def city(db) -> City:
    return build_city()


def test_a_version_takes_the_place_of_the_one_before(city: City) -> None:
    made = index_version(city.version)
    assert made == models.PlanTarget.objects.count() + models.PlanEntry.objects.count()
    assert index_version(city.version) == made == models.SearchRow.objects.count()


def test_names_are_indexed_once(city: City) -> None:
    made = index_names()
    assert made == models.Indicator.objects.count() + models.Place.objects.count()
    assert index_names() == made == models.SearchRow.objects.count()
    row = models.SearchRow.objects.get(kind="indicator", thing="gdp")
    assert "gdp" in row.folded
    assert row.initials.split()[0] == "dqsczz"


def test_sentences_are_not_spelt_out(city: City) -> None:
    index_version(city.version)
    assert not models.SearchRow.objects.filter(kind="sentence").exclude(pinyin="").exists()
