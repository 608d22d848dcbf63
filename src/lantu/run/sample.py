"""Loads a folder that describes a city: places, definitions, plans, returns.

In: a folder with sample.yml. Out: an instance that shows that city. Every part
goes through the same arrow that a person's upload would; a part that is loaded
already is left alone, so that loading twice changes nothing.
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from lantu.core.place import Place
from lantu.run.assessing import record_rules
from lantu.run.boundaries import SOURCE, read_districts
from lantu.run.departments import read_departments, record_departments, record_guesses
from lantu.run.judging import judge_all
from lantu.run.measuring import measure_all
from lantu.run.plans import read_version, receive_plan
from lantu.run.returns import receive_return
from lantu.run.setting_up import record_boundaries, record_definitions, record_places
from lantu.store.keep.plans import PlanFacts
from lantu.store.known import has_document, known_places

Say = Callable[[str], object]


class SampleError(ValueError):
    """The folder does not describe a city; the message says what is missing."""


def read_places(text: str) -> list[Place]:
    """Places from JSON: {"places": [{code, name, name_en, level, parent_code}]}.

    Raises:
        ValueError: If a place has no proper code or level.
    """
    rows = json.loads(text)["places"]
    return [
        Place(row["code"], row["name"], row["level"], row.get("parent_code", ""), row.get("name_en", ""))
        for row in rows
    ]


def load_sample(folder: Path, *, say: Say, by: str) -> str:
    """Load the folder, measure and judge.

    Args:
        folder: Holds sample.yml, and beside it the files that it names.
        say: Told of each step.
        by: Whose name the audit rows carry.

    Returns:
        Code of the city.

    Raises:
        SampleError: If sample.yml names no place, or a file that is not there.
    """
    sample = _read_description(folder)
    city = str(sample["place"])
    record_places(read_places((folder / sample["places"]).read_text(encoding="utf-8")), by=by)
    if not any(place.code == city for place in known_places()):
        raise SampleError(f"{folder / sample['places']} does not hold the place {city}")
    outlines = {district.place.code: district.geometry for district in read_districts(city)}
    say(f"{record_boundaries(outlines, SOURCE, by=by)} districts have an outline")
    for name in sample["indicators"]:
        changed, diagnostics = record_definitions((folder / name).read_text(encoding="utf-8"), name, by=by)
        say(f"{name}: {changed} definitions new or changed, {len(diagnostics)} notices")
    if "departments" in sample:
        added = record_departments(read_departments((folder / sample["departments"]).read_text("utf-8")), by=by)
        say(f"{added} departments added; {record_guesses(city, by=by)} indicators have a guessed owner")
    for plan in sample["plans"]:
        _load_plan(folder, plan, say, by)
    for name in sample["returns"]:
        _load_return(folder / name, say, by)
    for name in sample.get("assessment", ()):
        record_rules((folder / name).read_text("utf-8"), Path(name).name, by=by)
    say(f"{measure_all(by=by)} values, {judge_all(by=by)} standings new or changed")
    return city


def _read_description(folder: Path) -> dict[str, Any]:
    path = folder / "sample.yml"
    if not path.is_file():
        raise SampleError(f"{path} is missing; a sample's folder holds sample.yml")
    sample: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    missing = [key for key in ("place", "places", "indicators", "plans", "returns") if key not in sample]
    if missing:
        raise SampleError(f"{path} does not say: {', '.join(missing)}")
    names = [sample["places"], *sample["indicators"], *sample["returns"], *(p["file"] for p in sample["plans"])]
    names += sample.get("assessment", [])
    names += [sample["departments"]] if "departments" in sample else []
    for name in names:
        if not (folder / name).is_file():
            raise SampleError(f"{path} names {name}, which is not in the folder")
    return sample


def _load_plan(folder: Path, plan: dict[str, Any], say: Say, by: str) -> None:
    data = (folder / plan["file"]).read_bytes()
    if has_document(data):
        say(f"{plan['file']}: loaded before")
        return
    first, last = plan.get("period") or (None, None)
    facts = PlanFacts(
        title=plan["title"],
        title_en=plan.get("title_en", ""),
        place_code=str(plan["place"]),
        kind=plan["kind"],
        slug=plan.get("slug", ""),
        first_year=first,
        last_year=last,
        adopted_on=_read_day(plan.get("adopted_on")),
        parent=plan.get("parent", ""),
    )
    read_version(receive_plan(data, plan["file"], facts, by=by), by=by)
    say(f"{plan['file']}: read as {facts.address}")


def _load_return(path: Path, say: Say, by: str) -> None:
    counts = receive_return(path.read_bytes(), path.name, by=by).counts
    say(f"{path.name}: {counts.read} rows, {counts.kept} kept, {counts.refused} refused, {counts.doubled} doubled")


def _read_day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
