"""Which column of a file is what by a pack's inputs, and the pack's rules as sense takes them.

In: a header, how the file is to be read. Out: a layout, rules. The pack says by
which headings its inputs go; a column that goes by another is named by hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any, Protocol

from lantu.core.catalogue import fold_name
from lantu.core.diagnostic import Diagnostic
from lantu.packs.columns import Column, match_columns
from lantu.packs.pack import Pack
from lantu.run.pack_folders import find_packs, load_pack
from lantu.sense.readings.layout import Figure, Layout, find_plain_columns
from lantu.sense.readings.reading import Limit, SensorRules


class WrongColumnError(ValueError):
    """A column or pack named by hand is not there; the message says which there are."""


class Source(Protocol):
    """How a file is to be read, as `lantu.run.readings` has it."""

    @property
    def pack(self) -> str: ...
    @property
    def place_code(self) -> str: ...
    @property
    def feed(self) -> str: ...
    @property
    def columns(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def year(self) -> str: ...


@cache
def open_pack(name: str) -> Pack:
    """A built-in pack.

    Raises:
        WrongColumnError: If there is none of that name.
    """
    folders = find_packs()
    if name not in folders:
        raise WrongColumnError(f"there is no pack {name}; there are {', '.join(sorted(folders))}")
    return load_pack(folders[name]).pack


def find_layout(header: Sequence[str], source: Source, file: str) -> tuple[Layout, tuple[Diagnostic, ...]]:
    """Where what stands in a file.

    Raises:
        WrongColumnError: If a column named by hand is not in the header.
    """
    pack = open_pack(source.pack)
    columns, diagnostics = match_columns(header, pack.inputs, file)
    plain = find_plain_columns(header)
    for field, heading in source.columns:
        if heading not in header:
            raise WrongColumnError(f"there is no column “{heading}”; there are {', '.join(header)}")
        plain[field] = list(header).index(heading)
    places = [
        plain.get(i.name, columns[i.name].index if i.name in columns else -1) for i in pack.inputs if i.kind == "place"
    ]
    found = [index for index in places if index >= 0]
    layout = Layout(
        pack.name,
        station=plain.get("station", found[-1] if found else -1),
        place=plain.get("place", found[0] if len(found) > 1 else -1),
        date=_find_kind(pack, columns, plain, "date"),
        hour=_find_kind(pack, columns, plain, "hour"),
        time=_find_kind(pack, columns, plain, "time"),
        figures=_find_figures(pack, columns, plain, header),
        quantity=plain.get("quantity", -1),
        value=plain.get("value", -1),
        unit=plain.get("unit", -1),
        key=plain.get("key", -1),
        names=_name_figures(pack),
        width=len(header),
        feed=source.feed or f"import {pack.name}",
        place_code=source.place_code,
        year=source.year,
    )
    return (replace(layout, place=-1) if source.place_code else layout), diagnostics


def _find_kind(pack: Pack, columns: Mapping[str, Column], plain: Mapping[str, int], kind: str) -> int:
    if kind in plain:
        return plain[kind]
    return next((columns[i.name].index for i in pack.inputs if i.kind == kind and i.name in columns), -1)


def _find_figures(
    pack: Pack, columns: Mapping[str, Column], plain: Mapping[str, int], header: Sequence[str]
) -> tuple[Figure, ...]:
    figures = []
    for wanted in pack.inputs:
        if wanted.kind != "figure":
            continue
        if wanted.name in plain:
            figures.append(Figure(wanted.name, wanted.unit, plain[wanted.name], header[plain[wanted.name]]))
        elif wanted.name in columns:
            column = columns[wanted.name]
            figures.append(Figure(wanted.name, wanted.unit, column.index, column.heading, float(column.factor)))
    return tuple(figures)


def _name_figures(pack: Pack) -> dict[str, Figure]:
    """Every name that a quantity goes by; the first input that lists a name has it."""
    names: dict[str, Figure] = {}
    for wanted in pack.inputs:
        if wanted.kind == "figure":
            for name in (wanted.name, *wanted.columns):
                names.setdefault(fold_name(name), Figure(wanted.name, wanted.unit))
    return names


def find_rules(name: str) -> SensorRules:
    """A pack's rules on readings: `plausible`, `stuck` and `sensing`, each where the pack has it."""
    pack = open_pack(name)
    sensing = _newest(pack, "sensing")
    rules = SensorRules(
        limits={
            quantity: Limit(
                float(limit["lowest"]),
                float(limit["highest"]),
                float(limit["mixup"]) if "mixup" in limit else None,
                float(limit["mixup_below"]) if "mixup_below" in limit else None,
            )
            for quantity, limit in _newest(pack, "plausible").items()
        },
        stuck={quantity: int(count) for quantity, count in _newest(pack, "stuck").items()},
    )
    if not sensing:
        return rules
    return replace(
        rules,
        interval=timedelta(minutes=int(sensing["interval_minutes"])),
        ahead=timedelta(minutes=int(sensing["ahead_minutes"])),
        history_least=int(sensing["history_least"]),
        history_window=int(sensing["history_window"]),
        mixup_spread=float(sensing["mixup_spread"]),
    )


def _newest(pack: Pack, rule: str) -> Mapping[str, Any]:
    # What an instrument can show does not change with the law, so the newest edition serves every day.
    return pack.rules.editions[rule][-1].values if pack.rules.has_rule(rule) else {}
