"""Figures as SDMX: one structure for actual, provisional, target and base figures, as CSV 2.1 and JSON 2.0.

In: figures of indicators with place, period and kind. Out: text. `VALUE_TYPE` tells what a figure is, and `PLAN` which plan
promised it; figures that no plan promised have the plan `_Z` (not applicable). Left out on purpose: reading SDMX.
"""

import calendar
import csv
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime
from io import StringIO
from typing import Any

from lantu.core.time import Period

AGENCY, DSD, FLOW, VERSION = "LANTU", "DSD_PLAN", "DF_PLAN", "1.0.0"
DIMENSIONS = ("FREQ", "REF_AREA", "INDICATOR", "VALUE_TYPE", "PLAN", "TIME_PERIOD")
ATTRIBUTES = ("UNIT_MEASURE", "OBS_STATUS", "SOURCE_REF", "COMMENT_OBS")
NO_PLAN = "_Z"
VALUE_TYPES = {"A": "Actual 实际", "P": "Provisional 初步", "T": "Target 目标", "B": "Base 基期"}
FREQUENCIES = {"A": "Annual", "S": "Half-yearly", "Q": "Quarterly", "M": "Monthly", "D": "Daily", "_O": "Other"}
STATUSES = {"A": "Normal value", "P": "Provisional value", "M": "Missing value"}
CONCEPTS = {
    "FREQ": "Frequency 频度", "REF_AREA": "Place 地区", "INDICATOR": "Indicator 指标", "VALUE_TYPE": "Kind of figure 数值类型",
    "PLAN": "Plan 规划", "TIME_PERIOD": "Period 时期", "OBS_VALUE": "Figure 数值", "UNIT_MEASURE": "Unit 单位",
    "OBS_STATUS": "Status 状态", "SOURCE_REF": "Source 来源", "COMMENT_OBS": "Remark 备注",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure; the first six are its key. `OBS_VALUE` is exact digits, or "" where there is none."""

    FREQ: str
    REF_AREA: str
    INDICATOR: str
    VALUE_TYPE: str
    PLAN: str
    TIME_PERIOD: str
    OBS_VALUE: str
    UNIT_MEASURE: str
    OBS_STATUS: str
    SOURCE_REF: str
    COMMENT_OBS: str


COLUMNS = tuple(field.name for field in fields(Cell))


def name_code(code: str) -> str:
    """A code of ours as an identifier of SDMX, which has neither points nor slashes."""
    return re.sub(r"[^A-Za-z0-9_@$-]", "_", code)


def write_time(period: Period) -> tuple[str, str]:
    """Frequency and period: 2025, 2025-S1, 2025-Q3, 2025-07, 2025-07-31; other stretches as first day and number of months or days."""
    a, b = period.start, period.end
    if period.is_full_year:
        return "A", f"{a.year}"
    if a == b:
        return "D", a.isoformat()
    months = (b.year - a.year) * 12 + b.month - a.month + 1
    if a.day != 1 or Period(a, b) != _months_from(a.year, a.month, months):
        return "_O", f"{a.isoformat()}/P{(b - a).days + 1}D"
    if months == 1:
        return "M", f"{a:%Y-%m}"
    if months == 3 and a.month % 3 == 1:
        return "Q", f"{a.year}-Q{a.month // 3 + 1}"
    if months == 6 and a.month in (1, 7):
        return "S", f"{a.year}-S{a.month // 6 + 1}"
    return "_O", f"{a.isoformat()}/P{months}M"


def _months_from(year: int, month: int, months: int) -> Period:
    last = year * 12 + month - 1 + months - 1
    end_year, end_month = divmod(last, 12)
    return Period(date(year, month, 1), date(end_year, end_month + 1, calendar.monthrange(end_year, end_month + 1)[1]))


def keep_one_a_key(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """One figure a key, the first: SDMX has no two. In the order of the keys."""
    found: dict[tuple[str, ...], Cell] = {}
    for cell in cells:
        found.setdefault(astuple(cell)[: len(DIMENSIONS)], cell)
    return tuple(found[key] for key in sorted(found))


def write_csv(cells: Sequence[Cell]) -> str:
    """SDMX-CSV 2.1. The action is to replace: each key with what is told here, which every reader knows."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["STRUCTURE", "STRUCTURE_ID", "ACTION", *COLUMNS])
    for cell in cells:
        writer.writerow(["dataflow", f"{AGENCY}:{FLOW}({VERSION})", "R", *astuple(cell)])
    return out.getvalue()


def write_json(cells: Sequence[Cell], at: datetime) -> dict[str, Any]:
    """An SDMX-JSON 2.0 data message: all dimensions at the observation."""
    used = {name: sorted({getattr(cell, name) for cell in cells}) for name in (*DIMENSIONS, *ATTRIBUTES)}
    place = {name: {value: n for n, value in enumerate(values)} for name, values in used.items()}

    def component(name: str, n: int) -> dict[str, Any]:
        values = [{"id": value, "name": value} if name in DIMENSIONS else {"name": value} for value in used[name]]
        return {"id": name, "name": CONCEPTS[name], "keyPosition": n, "values": values}

    observations = {
        ":".join(str(place[name][getattr(cell, name)]) for name in DIMENSIONS): [
            cell.OBS_VALUE or None,
            *(place[name][getattr(cell, name)] for name in ATTRIBUTES),
        ]
        for cell in cells
    }
    structure = {
        "links": [
            {"rel": "dataflow", "urn": f"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow={AGENCY}:{FLOW}({VERSION})"}
        ],
        "dataSets": [0],
        "dimensions": {
            "dataSet": [],
            "series": [],
            "observation": [component(name, n) for n, name in enumerate(DIMENSIONS)],
        },
        "measures": {"dataSet": [], "series": [], "observation": [{"id": "OBS_VALUE", "name": CONCEPTS["OBS_VALUE"]}]},
        "attributes": {
            "dataSet": [],
            "series": [],
            "observation": [component(name, n) for n, name in enumerate(ATTRIBUTES)],
        },
    }
    data = {
        "structures": [structure],
        "dataSets": [{"structure": 0, "action": "Replace", "observations": observations}],
    }
    return {"meta": _write_meta("data", at), "data": data}


def write_structure(
    indicators: dict[str, str], places: dict[str, str], plans: dict[str, str], at: datetime
) -> dict[str, Any]:
    """An SDMX-JSON 2.0 structure message: concepts, code lists, the one data structure and its flow."""
    lists = {
        "FREQ": FREQUENCIES, "REF_AREA": places, "INDICATOR": indicators, "VALUE_TYPE": VALUE_TYPES,
        "PLAN": {NO_PLAN: "Not applicable 不适用", **plans}, "OBS_STATUS": STATUSES,
    }  # fmt: skip
    structures = {
        "conceptSchemes": [
            _maintain("CS_PLAN", "Concepts", concepts=[_code(name, word) for name, word in CONCEPTS.items()])
        ],
        "codelists": [
            _maintain(f"CL_{name}", CONCEPTS[name], codes=[_code(code, word) for code, word in codes.items()])
            for name, codes in lists.items()
        ],
        "dataStructures": [
            _maintain(DSD, "Plans and figures 规划与数值", dataStructureComponents=_write_components(set(lists)))
        ],
        "dataflows": [
            _maintain(FLOW, "Plans and figures 规划与数值", structure=_urn("datastructure.DataStructure", DSD))
        ],
    }
    return {"meta": _write_meta("structure", at), "data": structures}


def _write_components(coded: set[str]) -> dict[str, Any]:
    def component(name: str, **more: Any) -> dict[str, Any]:
        shape = (
            {"enumeration": _urn("codelist.Codelist", f"CL_{name}")}
            if name in coded
            else {"format": {"dataType": "ObservationalTimePeriod" if name == "TIME_PERIOD" else "String"}}
        )
        identity = _urn("conceptscheme.Concept", "CS_PLAN") + f".{name}"
        return {"id": name, "conceptIdentity": identity, "localRepresentation": shape, **more}

    return {
        "dimensionList": {
            "id": "DimensionDescriptor",
            "dimensions": [component(name, position=n) for n, name in enumerate(DIMENSIONS[:-1], start=1)],
            "timeDimension": component("TIME_PERIOD"),
        },
        "measureList": {"id": "MeasureDescriptor", "measures": [component("OBS_VALUE", usage="optional")]},
        "attributeList": {
            "id": "AttributeDescriptor",
            "attributes": [
                component(name, usage="optional", attributeRelationship={"observation": {}}) for name in ATTRIBUTES
            ],
        },
    }


def _maintain(name: str, word: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "agencyID": AGENCY, "version": VERSION, "name": word, "names": {"en": word}, **more}


def _code(name: str, word: str) -> dict[str, Any]:
    return {"id": name, "name": word, "names": {"en": word}}


def _urn(kind: str, name: str) -> str:
    return f"urn:sdmx:org.sdmx.infomodel.{kind}={AGENCY}:{name}({VERSION})"


def _write_meta(kind: str, at: datetime) -> dict[str, Any]:
    return {
        "schema": f"https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/{kind}-message/tools/schemas/2.0.0/sdmx-json-{kind}-schema.json",
        "id": f"{AGENCY}-{at:%Y%m%dT%H%M%SZ}",
        "test": False,
        "prepared": at.isoformat(timespec="seconds"),
        "contentLanguages": ["zh", "en"],
        "sender": {"id": AGENCY, "name": "Lantu"},
    }


def dump_json(message: dict[str, Any]) -> str:
    """A message as text."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))
