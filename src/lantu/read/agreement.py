"""How well a reading agrees with labels that people made.

In: a reading as `lantu read --json` prints it, label records, the text
where it is at hand. Out: counts that add up over documents, and F1 from them.
Left out on purpose: tables as tables; inside labelled tables nothing is counted.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from typing import Any

Json = Mapping[str, Any]
Place = tuple[int, int]

MAGNITUDES = (("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("万", Decimal(10**4)))
NUMERAL = re.compile(r"[0-9０-９〇一二三四五六七八九十百千万亿两半零倍番首]")
MEETS = 0.5
"""Share of the union of two places from which they are taken for the same figure."""
NEAR = 0.3
"""The same for figures that are neither right nor wrong."""
ALIKE = Decimal("0.8")
"""Share of common characters from which two names mean one indicator."""
CLOSE = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Labels:
    """What people said of one document.

    Attributes:
        figures: Records of values promised and reported.
        tables: Records of rows of indicator tables.
        ranges: The parts that were labelled; empty for all of it.
    """

    figures: tuple[Json, ...]
    tables: tuple[Json, ...] = ()
    ranges: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts of one document or of several added up.

    Attributes:
        labelled: Figures that should be found.
        predicted: Figures the reading states, without those that are neither right nor wrong.
        aligned: Pairs of the two at the same place.
        value: Of these, how many have the same value.
        value_year: And the same year.
        tuple_: And the same comparator and indicator.
        promise: And the same unit, upper end, and promised or done alike.
        kind: Pairs that agree on promised or done.
        spans: Entries whose place could be checked against the text.
        spans_exact: Of these, how many quote it exactly.
        unusable: Entries without a place, quote or kind.
    """

    labelled: int = 0
    predicted: int = 0
    aligned: int = 0
    value: int = 0
    value_year: int = 0
    tuple_: int = 0
    promise: int = 0
    kind: int = 0
    spans: int = 0
    spans_exact: int = 0
    unusable: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def f1(self, hits: int) -> float | None:
        """Harmonic mean of precision and recall; None where there is nothing to find or be found."""
        total = self.predicted + self.labelled
        return 2 * hits / total if total else None

    @property
    def kind_accuracy(self) -> float | None:
        """Share of pairs that agree on promised or done."""
        return self.kind / self.aligned if self.aligned else None

    @property
    def exactness(self) -> float | None:
        """Share of entries that quote the text; None where there was no text."""
        return self.spans_exact / self.spans if self.spans else None


def measure_agreement(reading: Json, labels: Labels, text: str | None = None) -> Agreement:
    """Compare a reading with the labels of its document.

    Args:
        reading: As `lantu read --json` prints it.
        labels: Of the same document.
        text: Its canonical text, to check the quotes, or None.
    """
    entries = [entry for entry in reading.get("entries", ()) if _is_usable(entry)]
    exact = [_quotes(entry, text) for entry in entries] if text is not None else []
    scored = _make_filter(labels)
    usable = _usable_labels(labels)
    excused = [r for r in usable if not _is_core(r)]
    figures = [entry for entry in entries if _is_figure(entry) and scored(_place(entry)[0])]
    pairs = pair_figures(reading, labels)
    paired = {id(entry) for _, entry in pairs}
    free = [entry for entry in figures if id(entry) not in paired]
    beside = [_places(r) for r in excused] + [[(s["start"], s["end"])] for r in usable for s in r.get("stretch") or ()]
    neither = _pair(beside, [_place(entry) for entry in free], NEAR)
    levels = [_compare(label, entry) for label, entry in pairs]
    return Agreement(
        labelled=sum(map(_is_core, usable)),
        predicted=len(figures) - len(neither),
        aligned=len(pairs),
        value=sum(level >= 1 for level in levels),
        value_year=sum(level >= 2 for level in levels),
        tuple_=sum(level >= 3 for level in levels),
        promise=sum(level >= 4 for level in levels),
        kind=sum(label["kind"] == entry["kind"] for label, entry in pairs),
        spans=len(exact),
        spans_exact=sum(exact),
        unusable=len(reading.get("entries", ())) - len(entries),
    )


def pair_figures(reading: Json, labels: Labels) -> list[tuple[Json, Json]]:
    """Labels that should be found, each with the entry at its place, where there is one."""
    scored = _make_filter(labels)
    core = [r for r in _usable_labels(labels) if _is_core(r)]
    entries = [entry for entry in reading.get("entries", ()) if _is_usable(entry)]
    figures = [entry for entry in entries if _is_figure(entry) and scored(_place(entry)[0])]
    hits = _pair([_places(r) for r in core], [_place(e) for e in figures], MEETS)
    return [(core[i], figures[j]) for i, j in hits.items()]


def _usable_labels(labels: Labels) -> list[Json]:
    """Labels of figures in the parts that count."""
    scored = _make_filter(labels)
    return [r for r in labels.figures if r.get("numeric") and r.get("n_start") is not None and scored(r["n_start"])]


def _is_core(label: Json) -> bool:
    return label["tier"] == "core" and label["value"] is not None


def _is_span(record: Json, start: str = "start", end: str = "end") -> bool:
    a, b = record.get(start), record.get(end)
    return isinstance(a, int) and isinstance(b, int) and a < b


def _is_usable(entry: Json) -> bool:
    return _is_span(entry) and isinstance(entry.get("quote"), str) and bool(entry.get("kind"))


def _quotes(entry: Json, text: str) -> bool:
    """Whether an entry quotes the text, and its figure's place holds a numeral."""
    is_exact: bool = text[entry["start"] : entry["end"]] == entry["quote"]
    if is_exact and _is_span(entry, "value_start", "value_end") and _number(entry.get("value")) is not None:
        return bool(NUMERAL.search(text[entry["value_start"] : entry["value_end"]]))
    return is_exact


def _make_filter(labels: Labels) -> Callable[[int], bool]:
    """Whether a place counts: labelled, and outside the labelled tables."""
    zones: dict[Any, list[Place]] = {}
    for row in labels.tables:
        spans = [(row["name_start"], row["name_end"])]
        spans += [(c["start"], c["end"]) for c in row["cells"].values() if c.get("start") is not None]
        zones.setdefault(row["table"], []).extend(spans)
    closed = [(min(a for a, _ in spans), max(b for _, b in spans)) for spans in zones.values()]

    def counts(at: int) -> bool:
        is_labelled = not labels.ranges or any(a <= at < b for a, b in labels.ranges)
        return is_labelled and not any(a <= at < b for a, b in closed)

    return counts


def _is_figure(entry: Json) -> bool:
    if entry["kind"] not in ("target", "actual"):
        return False
    return entry.get("measure") not in ("coverage", "relative") or _number(entry.get("value")) is not None


def _place(entry: Json) -> Place:
    """Where an entry's figure stands; of one without figure, where the entry does."""
    if _is_span(entry, "value_start", "value_end"):
        return entry["value_start"], entry["value_end"]
    return entry["start"], entry["end"]


def _places(record: Json) -> list[Place]:
    """Where a label's figure stands, without and with its comparator."""
    places = [(record["n_start"], record["n_end"])]
    return places if record.get("v_start") is None else [*places, (record["v_start"], record["v_end"])]


def _pair(wanted: Sequence[Sequence[Place]], given: Sequence[Place], least: float) -> dict[int, int]:
    """Pairs of the closest places, each used once: index wanted → index given."""
    close = []
    for i, places in enumerate(wanted):
        for j, place in enumerate(given):
            if place[0] <= places[0][1]:
                share = max(_overlap(own, place) for own in places)
                if share >= least:
                    close.append((-share, i, j))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(close):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def _overlap(a: Place, b: Place) -> float:
    """Common characters by all characters of two places."""
    inside = min(a[1], b[1]) - max(a[0], b[0])
    return inside / (max(a[1], b[1]) - min(a[0], b[0])) if inside > 0 else 0.0


def _compare(label: Json, entry: Json) -> int:
    """How far an entry agrees: 0 not, 1 value, 2 and year, 3 and comparator and indicator, 4 the whole promise."""
    wanted, wanted_unit = _reduce(label["value"], label.get("unit"))
    given, given_unit = _reduce(entry.get("value"), entry.get("unit"))
    if not _same(wanted, given):
        return 0
    if entry.get("year") != label["year"]:
        return 1
    if entry.get("comparator") != label["comparator"] or not is_named_alike(label, entry):
        return 2
    is_range = label["comparator"] == "in"
    has_top = not is_range or _same(_number(label.get("value_max")), _number(entry.get("value_max")))
    has_unit = not wanted_unit or wanted_unit == given_unit
    return 4 if has_top and has_unit and entry["kind"] == label["kind"] else 3


def is_named_alike(label: Json, entry: Json) -> bool:
    """Whether an entry's indicator is the label's, in its words or by its clean name."""
    names = (label.get("ind_text"), label.get("indicator"))
    return max(_likeness(entry.get("indicator"), name) for name in names) >= ALIKE


def has_same_unit(label: Json, entry: Json) -> bool:
    """Whether value and unit of an entry come to the label's."""
    wanted, unit = _reduce(label["value"], label.get("unit"))
    given, given_unit = _reduce(entry.get("value"), entry.get("unit"))
    return not unit or (unit == given_unit and _same(wanted, given))


def _number(value: Any) -> Decimal | None:
    if value is None or isinstance(value, bool):
        return None
    try:
        return Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return None


def _reduce(value: Any, unit: str | None) -> tuple[Decimal | None, str]:
    """A value and its unit without magnitude."""
    number, word = _number(value), (unit or "").strip().replace("％", "%")
    for prefix, factor in MAGNITUDES:
        if word.startswith(prefix):
            return None if number is None else number * factor, word[len(prefix) :]
    if word == "%":
        return None if number is None else number / 100, word
    return number, word


def _same(a: Decimal | None, b: Decimal | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= CLOSE * max(Decimal(1), abs(a), abs(b))


def _likeness(a: str | None, b: str | None) -> Decimal:
    """Common characters of two names, as F1."""
    if not a or not b:
        return Decimal(0)
    common = sum((Counter(a) & Counter(b)).values())
    return Decimal(2 * common) / (len(a) + len(b))


def find_document(source: str, known: Iterable[str]) -> str | None:
    """The labels' name of a document: its file name, its stem, or the part before the first underscore."""
    name = source.replace("\\", "/").rsplit("/", 1)[-1]
    stem = name.rsplit(".", 1)[0] if "." in name.strip(".") else name
    keys = set(known)
    return next((key for key in (name, stem, stem.split("_")[0]) if key in keys), None)
