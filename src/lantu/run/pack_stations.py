"""What an instance says of its stations: the group each belongs to, and the kind of its water.

In: `packs/stations.yml` in the instance folder, such as `water: {红旗塘大坝: {basin: 运河, kind: river}}`. Out: sitings by pack and
station, and what is wrong with them. Left out on purpose: the place a station lies in, which its readings name.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.place import LEVELS
from lantu.measure.classes import LAKE, RIVER
from lantu.measure.placing import Siting
from lantu.packs.pack import Pack
from lantu.run.instance_words import read_words
from lantu.store.settings import HOME

FILE = "stations.yml"
KIND = "kind"
Sitings = Mapping[str, Mapping[str, Siting]]


def read_stations(home: Path = HOME) -> tuple[Sitings, tuple[Diagnostic, ...]]:
    """What is said, by pack and station; what cannot be read is told, and the rest holds."""
    told, doubts = read_words(home / "packs" / FILE, "stations", _doubt)
    sitings: dict[str, dict[str, Siting]] = {}
    diagnostics = [*doubts]
    for pack, stations in told.items():
        sitings[pack] = {}
        for name, fields in stations.items():
            problem = _find_problem(fields)
            if problem:
                diagnostics.append(_doubt(f"{pack}, {name}: {problem}"))
            else:
                words = {str(key): str(word) for key, word in fields.items()}
                sitings[pack][name] = Siting(words.pop(KIND, ""), words)
    return sitings, tuple(diagnostics)


def _find_problem(fields: Any) -> str:
    if not isinstance(fields, dict) or not all(isinstance(word, str) and word for word in fields.values()):
        return "it does not give a word to each field"
    if fields.get(KIND, RIVER) not in (RIVER, LAKE):
        return f"{KIND} is {fields[KIND]}, not {RIVER} or {LAKE}"
    return ""


def group_levels(pack: Pack) -> frozenset[str]:
    """Kinds of groups that a pack's steps are for."""
    return frozenset(level for step in pack.steps for level in step.levels) - {*LEVELS}


def check_stations(
    packs: Mapping[str, Pack], heard: Mapping[str, Iterable[str]], home: Path = HOME
) -> tuple[Diagnostic, ...]:
    """What is said and cannot hold.

    Args:
        packs: With steps, by name.
        heard: Names of the stations with readings, by pack.
        home: The instance folder.
    """
    sitings, diagnostics = read_stations(home)
    wrong = []
    for name, stations in sitings.items():
        if name not in packs:
            wrong.append(_doubt(f"{name} is no pack that computes from readings"))
            continue
        levels, known = group_levels(packs[name]), {*heard.get(name, ())}
        for station, said in stations.items():
            strange = sorted({*said.groups} - levels)
            if strange:
                offered = ", ".join((*sorted(levels), KIND))
                wrong.append(_doubt(f"{name}, {station}: no step is for {', '.join(strange)}; there are {offered}"))
            taken = sorted({*said.groups.values()} & known)
            if taken:
                wrong.append(_doubt(f"{name}, {station}: {', '.join(taken)} is a station and cannot be a group"))
        if known and (silent := sorted({*stations} - known)):
            told = f"{name}: no readings of {len(silent)} stations, such as {silent[0]}"
            wrong.append(_doubt(told, severity=Severity.INFO))
    return (*diagnostics, *wrong)


def _doubt(message: str, line: int = 0, severity: Severity = Severity.WARNING) -> Diagnostic:
    hint = "write it as `water: {红旗塘大坝: {basin: 运河, kind: river}}`, by the names that the readings have"
    return Diagnostic("M007", severity, message, hint, cell=Cell(f"packs/{FILE}", line))
