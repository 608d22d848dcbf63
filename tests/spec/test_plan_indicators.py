"""The 37 + 37 indicators of the two plans all have a definition; which are computed and which are reported is written out."""

import csv
from pathlib import Path

from lantu.core.definition import Definition
from lantu.core.quantity import parse_unit
from lantu.packs.definitions import read_definitions
from lantu.run.pack_steps import list_asked, step_packs

SAMPLE = Path(__file__).parents[2] / "examples" / "jiaxing" / "indicators.yml"
FROM_READINGS = {"good_air_days", "pm25"}
FROM_OTHERS = {
    "urbanisation", "rd_intensity", "high_value_patents", "digital_share", "digital_core_share", "urban_rural_ratio",
    "childcare_places", "doctors", "beds", "sports_area", "safety_death_rate",
}  # fmt: skip
"""Shares and ratios of two reported figures; what is in neither set is reported, not computable here."""


def definitions() -> dict[str, Definition]:
    found, _ = read_definitions(SAMPLE.read_text("utf-8"), SAMPLE.name)
    return {definition.code: definition for definition in found}


def test_every_indicator_of_the_plans_is_defined(shared: Path) -> None:
    with (shared / "reference/tables/plan_indicators.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    known = definitions()
    assert sum(bool(row["jiaxing_no"].strip()) for row in rows) >= 37
    assert sum(bool(row["xiuzhou_no"].strip()) for row in rows) >= 37
    assert [row["key"] for row in rows if row["key"] not in known] == []
    strange = [r["key"] for r in rows if r["unit"] and not parse_unit(r["unit"]).fits(parse_unit(known[r["key"]].unit))]
    assert strange == []
    computed = {row["key"] for row in rows if known[row["key"]].measured_by}
    ratios = {row["key"] for row in rows if known[row["key"]].ratio is not None}
    assert (computed, ratios) == (FROM_READINGS, FROM_OTHERS)


def test_what_is_measured_by_a_pack_is_computed_by_a_step_of_its_grain() -> None:
    known = tuple(definitions().values())
    answered = {a.wanted.code for pack in step_packs().values() for a in list_asked(pack, known)}
    assert {d.code for d in known if d.measured_by} == FROM_READINGS
    assert answered >= FROM_READINGS
