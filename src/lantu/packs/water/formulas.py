"""Formulas of surface water: class by the worst item, main pollutants, shares, basins.

In: rows of concentrations or classes and the rules in force. Out: outcomes with
their parts. Left out on purpose: limits, which stand in rules.yml; reference
items (temperature, total nitrogen, coliforms), which decide no class.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.diagnostic import Diagnostic, Severity
from lantu.packs.arithmetic import average, compute_share, round_even
from lantu.packs.rows import InputRow, Outcome, collect_amounts, make_absent, make_remark
from lantu.packs.rulebook import RuleBook

_RIVER, _LAKE = "river", "lake"
_PLACES = 10
"""Places that means are kept to; far beyond any limit, so that no class changes."""


def classify_item(amount: Decimal, item: Mapping[str, Any], classes: Sequence[str], body: str) -> int:
    """The place of an item's class among the classes; one beyond the last is worse than Ⅴ.

    Source: GB 3838-2002 table 1, in force from 2002-06-01.
    """
    if "between" in item:
        low, high = item["between"]
        return 0 if low <= amount <= high else len(classes)
    if "at_least" in item:
        return next((i for i, limit in enumerate(item["at_least"]) if amount >= limit), len(classes))
    limits = item.get("at_most_lake", item["at_most"]) if body == _LAKE else item["at_most"]
    return next((i for i, limit in enumerate(limits) if amount <= limit), len(classes))


def classify_section(row: InputRow, rules: RuleBook) -> Outcome:
    """The class of a section: that of its worst item, by river and by lake limits.

    Source: GB 3838-2002 table 1, in force from 2002-06-01; 环办[2011]22号, from 2011-03-09.
    """
    edition = rules.pick("class_limits", row.day)
    by_body = {body: _place_items(row, edition.values, body) for body in (_RIVER, _LAKE)}
    if not by_body[_RIVER]:
        return make_absent("P034", "none of the 21 items has a figure", "nothing to do where nothing was measured")
    body, said = _find_body(row, rules)
    names = (*edition.values["classes"], edition.values["worse"])
    worst = {key: max(places.values()) for key, places in by_body.items()}
    parts: dict[str, Any] = {
        "class_river": names[worst[_RIVER]],
        "class_lake": names[worst[_LAKE]],
        "water_body": body or None,
    }
    is_open = not body and worst[_RIVER] != worst[_LAKE]
    shown = body or _RIVER
    if not is_open:
        parts |= _describe(row, by_body[shown], shown, rules)
    parts["edition"] = edition.name
    if is_open:
        message = (
            f"{parts['class_river']} by river limits, {parts['class_lake']} by lake limits; the kind is not stated"
        )
        hint = "add a column 水体类型 with 河流 or 湖库, or choose with --set water_body=river"
        said.append(make_remark("P038", message, hint, Severity.INFO))
        return Outcome(Absence(AbsenceKind.NOT_STATED, message), parts, tuple(said))
    return Outcome(names[worst[shown]], parts, tuple(said))


def classify_section_year(rows: tuple[InputRow, ...], rules: RuleBook) -> Outcome:
    """The class of a section's mean of months, where there are enough of them.

    Source: 环办[2011]22号, from 2011-03-09 (number of months from memory); GB 3838-2002 table 1.
    """
    kept = [row for row in rows if not row.is_set_aside]
    months: dict[Any, list[InputRow]] = {}
    for row in kept:
        if row.day is not None and row.figures and any(isinstance(f, Decimal) for f in row.figures.values()):
            months.setdefault(row.day.month, []).append(row)
    needed = rules.pick("validity", rows[0].day).values["months_in_year"]
    parts = {"months": len(months), "set_aside": len(rows) - len(kept)}
    if len(months) < needed:
        message = f"{len(months)} months with figures, {needed} are needed"
        return make_absent("P034", message, "find out why months are missing", parts)
    # Months weigh alike, however often a month was sampled.
    outcome = classify_section(merge_rows([merge_rows(group) for group in months.values()]), rules)
    return replace(outcome, parts={**outcome.parts, **parts})


def compute_good_share(rows: tuple[InputRow, ...], rules: RuleBook) -> Outcome:
    """Sections at class Ⅲ or better over sections assessed.

    Source: 环办[2011]22号, from 2011-03-09; the plan's note says which sections are counted.
    """
    counts, opened, said = _count_classes(rows, rules)
    total = sum(counts.values())
    parts: dict[str, Any] = {"sections": total, "undecided": opened}
    parts["set_aside"] = sum(row.is_set_aside for row in rows)
    if total == 0:
        return make_absent("P034", "no section has a class", "give classes, or figures to find them from", parts)
    good = _count_good(counts, rules, rows[0].day)
    parts |= {"good_sections": good, "shares": {name: compute_share(n, total) for name, n in counts.items() if n}}
    return Outcome(compute_share(good, total), parts, tuple(said))


def judge_basin(rows: tuple[InputRow, ...], rules: RuleBook) -> Outcome:
    """A river's or basin's status: by shares of sections, or by their mean where they are few.

    Source: 环办[2011]22号, from 2011-03-09.
    """
    day = rows[0].day
    counts, opened, said = _count_classes(rows, rules)
    total = sum(counts.values())
    edition = rules.pick("basin_status", day)
    values, names = edition.values, edition.values["names"]
    if total + len(opened) < values["fewest"]:
        return _judge_by_mean(rows, rules)
    parts = {"sections": total, "undecided": opened, "by": "shares"}
    if total == 0:
        return make_absent("P034", "no section has a class", "give classes, or figures to find them from", parts)
    worse = rules.pick("class_limits", day).values["worse"]
    good = Fraction(100 * _count_good(counts, rules, day), total)
    bad = Fraction(100 * counts[worse], total)
    parts["shares"] = {name: compute_share(n, total) for name, n in counts.items() if n}
    if good >= values["good_from"]:
        return Outcome(names["excellent" if good >= values["excellent_from"] else "good"], parts, tuple(said))
    degree = "heavy" if bad >= values["heavy_from"] else "medium" if bad >= values["medium_from"] else "light"
    return Outcome(names[degree], parts, tuple(said))


def _judge_by_mean(rows: Sequence[InputRow], rules: RuleBook) -> Outcome:
    """The status of few sections: each item's mean, classed as if it were one section."""
    sections = _merge_sections(rows)
    parts = {"sections": len(sections), "by": "mean"}
    if not sections:
        return make_absent("P034", "no row can be counted", "look at what was set aside", parts)
    merged = merge_rows(sections)
    if len({section.words.get("water_body", "") for section in sections}) > 1:
        # Rivers and lakes together are neither: the class is given where both limits agree on it.
        merged = replace(merged, words={k: word for k, word in merged.words.items() if k != "water_body"})
    outcome = classify_section(merged, rules)
    status = outcome.parts.get("status")
    return Outcome(outcome.value if status is None else str(status), {**outcome.parts, **parts}, outcome.diagnostics)


def merge_rows(rows: Sequence[InputRow]) -> InputRow:
    """One row with the mean of each figure; words of the first row."""
    if len(rows) == 1:
        return rows[0]
    names = dict.fromkeys(name for row in rows for name in row.figures)
    amounts = {name: found for name in names if (found := collect_amounts(rows, name))}
    means = {name: round_even(average(found), _PLACES) for name, found in amounts.items()}
    return replace(rows[0], figures=means, is_set_aside=False)


def _merge_sections(rows: Sequence[InputRow]) -> list[InputRow]:
    groups: dict[tuple[str, str], list[InputRow]] = {}
    for row in rows:
        if not row.is_set_aside:
            key = (row.words.get("province", ""), row.words.get("section", "") or str(row.number))
            groups.setdefault(key, []).append(row)
    return [merge_rows(group) for group in groups.values()]


def _count_classes(rows: Sequence[InputRow], rules: RuleBook) -> tuple[dict[str, int], list[str], list[Diagnostic]]:
    """Sections by class, the names of those left open, and what is to be said."""
    values = rules.pick("class_limits", rows[0].day).values
    counts = dict.fromkeys((*values["classes"], values["worse"]), 0)
    opened: list[str] = []
    strange: list[str] = []
    for row in _merge_sections(rows):
        name = row.words.get("section", "") or f"row {row.number}"
        written = row.words.get("class", "").removesuffix("类")
        found = _fold_class(written) if written else classify_section(row, rules).value
        if isinstance(found, str) and found in counts:
            counts[found] += 1
        elif written:
            strange.append(f"{name}: {written}")
        elif any(isinstance(figure, Decimal) for figure in row.figures.values()):
            opened.append(name)
    said = []
    if opened:
        message = f"{len(opened)} sections have another class by river than by lake limits and are not counted"
        said.append(make_remark("P038", message, "state 河流 or 湖库, or choose with --set water_body=river"))
    if strange:
        hint = f"write one of {', '.join(counts)}"
        said.append(make_remark("P039", f"{len(strange)} classes are not known: {'; '.join(strange[:5])}", hint))
    return counts, opened, said


def _fold_class(text: str) -> str:
    """Roman figures as GB 3838 prints them, from letters: II → Ⅱ."""
    letters = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ", "劣V": "劣Ⅴ"}
    return letters.get(text.upper(), text)


def _count_good(counts: Mapping[str, int], rules: RuleBook, day: date | None) -> int:
    values = rules.pick("class_limits", day).values
    classes = list(values["classes"])
    return sum(counts[name] for name in classes[: classes.index(values["good_up_to"]) + 1])


def _place_items(row: InputRow, values: Mapping[str, Any], body: str) -> dict[str, int]:
    places = {}
    for key, item in values["items"].items():
        amount = row.amount(key)
        if amount is not None:
            places[key] = classify_item(amount, item, values["classes"], body)
            saturation = row.amount("do_saturation") if "saturation_of_first" in item else None
            if saturation is not None and saturation >= item["saturation_of_first"]:
                places[key] = 0
    return places


def _find_body(row: InputRow, rules: RuleBook) -> tuple[str, list[Diagnostic]]:
    """river, lake, or "" where neither the row nor the setting says."""
    chosen = rules.setting("water_body")
    fallback = "" if chosen == "stated" else chosen
    word = row.words.get("water_body", "")
    if not word:
        return fallback, []
    known = rules.pick("water_bodies", row.day).values
    for body in (_RIVER, _LAKE):
        if word.casefold() in known[body]:
            return body, []
    listed = ", ".join((*known[_RIVER], *known[_LAKE]))
    return fallback, [make_remark("P039", f"“{word[:40]}” is no known kind of water body", f"write one of {listed}")]


def _describe(row: InputRow, places: Mapping[str, int], body: str, rules: RuleBook) -> dict[str, Any]:
    """Items with their class, main pollutants with their multiples, and the status in words."""
    values = rules.pick("class_limits", row.day).values
    items, names = values["items"], (*values["classes"], values["worse"])
    third = list(values["classes"]).index(values["good_up_to"])
    multiples = {
        key: _exceed(row.amount(key), items[key], third, body) for key, place in places.items() if place > third
    }
    first = values["first"]
    ranked = sorted(multiples, key=lambda key: (key not in first, -places[key], -(multiples[key] or Decimal(0))))
    status = rules.pick("section_status", row.day).values
    return {
        "status": status[names[max(places.values())]],
        "items": {items[key]["name"]: names[place] for key, place in places.items()},
        "main_pollutants": [items[key]["name"] for key in ranked[:3]],
        "multiples": {items[key]["name"]: multiples[key] for key in ranked},
    }


def _exceed(amount: Decimal | None, item: Mapping[str, Any], third: int, body: str) -> Decimal | None:
    """How many times class Ⅲ's limit is exceeded; none is stated for pH and oxygen."""
    if amount is None or "at_most" not in item:
        return None
    limits = item.get("at_most_lake", item["at_most"]) if body == _LAKE else item["at_most"]
    limit = Fraction(limits[third])
    return round_even((Fraction(amount) - limit) / limit, 2)
