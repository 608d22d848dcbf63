"""One typed answer: type, unit, range, parts of a ratio, history."""

from decimal import Decimal

import pytest

from lantu.core.definition import Definition, Direction, Kind
from lantu.core.quantity import make_quantity
from lantu.core.time import Period, year_period
from lantu.sense.drafts import Draft, read_draft

GDP = Definition("gdp", "生产总值", "亿元", Direction.UP, Kind.FLOW)
PEOPLE = Definition("people", "人口", "万人", Direction.NONE, Kind.LEVEL)
RATE = Definition("rate", "合格率", "%", Direction.UP, Kind.RATIO)
GROWTH = Definition("growth", "增速", "%", Direction.UP, Kind.GROWTH)
YEAR = year_period(2025)


@pytest.mark.parametrize(
    ("definition", "draft", "amount", "codes"),
    [
        (GDP, Draft("7851.2"), "7851.2", []),
        (GDP, Draft("78512000", unit="万元"), "7851.2", []),
        (GDP, Draft("1,234.5"), "1234.5", []),
        (GDP, Draft("0"), "0", []),
        (GDP, Draft(""), None, ["S016"]),
        (GDP, Draft("—"), None, ["S016"]),
        (GDP, Draft("约七千"), None, ["S009"]),
        (GDP, Draft("<7851"), None, ["S009"]),
        (GDP, Draft("7851", unit="万人"), None, ["S007"]),
        (GDP, Draft("-3"), "-3", ["S018"]),
        (PEOPLE, Draft("-3"), "-3", ["S018"]),
        (GROWTH, Draft("-3"), "-3", []),
        (RATE, Draft("101"), "101", ["S018"]),
        (RATE, Draft("99.5%"), "99.5", []),
        (RATE, Draft(numerator="199", denominator="200"), "99.5", []),
        (RATE, Draft("99.5", "199", "200"), "99.5", []),
        (RATE, Draft("99", "199", "200"), "99", []),
        (RATE, Draft("98", "199", "200"), None, ["S022"]),
        (RATE, Draft("98", "199"), None, ["S022"]),
        (RATE, Draft(numerator="1", denominator="0"), None, ["S022"]),
    ],
)
def test_an_answer_is_read(definition: Definition, draft: Draft, amount: str | None, codes: list[str]) -> None:
    quantity, diagnostics = read_draft(draft, definition, YEAR, ())
    assert [d.code for d in diagnostics] == codes
    assert quantity == (None if amount is None else make_quantity(amount, definition.unit))


def test_history_is_that_of_the_same_part_of_the_year_without_gaps() -> None:
    years = [(year_period(2018 + n), Decimal(100 + 6 * n)) for n in range(7)]
    first_half = [(Period(p.start, p.end.replace(month=6, day=30)), amount / 20) for p, amount in years]
    assert read_draft(Draft("143"), GDP, YEAR, [*years, *first_half])[1] == ()
    assert [d.code for d in read_draft(Draft("1430"), GDP, YEAR, years)[1]] == ["S019"]
    assert read_draft(Draft("160"), GDP, YEAR, years[:-1])[1] == ()
    assert [d.code for d in read_draft(Draft("1430"), GDP, YEAR, years[:-1])[1]] == ["S019"]
    (short,) = read_draft(Draft("1430"), GDP, YEAR, years[-2:])[1]
    assert "too short" in short.message
