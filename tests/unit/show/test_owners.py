"""Who answers for a target."""

from datetime import date

from lantu.show.owners import NOBODY, Owner, find_owners
from lantu.store import models
from lantu.store.fetch.indicators import definitions_by_code
from tests.unit.show.city import AT, CITY, City


def hand_over(kind: str, thing: str, name: str, *, is_guessed: bool) -> None:
    department = models.Department.objects.create(code=name, name=name, place_id=CITY, recorded_at=AT)
    models.Ownership.objects.create(
        kind=kind, thing=thing, place_id=CITY, department=department, is_guessed=is_guessed, from_on=date(2021, 1, 1),
        actor="li", recorded_at=AT,
    )  # fmt: skip


def test_the_targets_own_owner_goes_before_the_indicators_and_that_before_the_definitions(city: City) -> None:
    definitions = definitions_by_code()
    address = models.PlanTarget.objects.get(indicator_code="gdp").address
    assert find_owners(definitions).of(address, "gdp", CITY) == Owner("统计局", is_guessed=True)
    hand_over("indicator", "gdp", "发改局", is_guessed=True)
    assert find_owners(definitions).of(address, "gdp", CITY) == Owner("发改局", is_guessed=True)
    hand_over("target", address, "商务局", is_guessed=False)
    assert find_owners(definitions).of(address, "gdp", CITY) == Owner("商务局")


def test_nobody_is_told_as_nobody(city: City) -> None:
    assert find_owners({}).of("x", "y", CITY) == NOBODY
