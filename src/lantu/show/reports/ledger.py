"""The facts of a report as it is written: each figure in the text gets one, with an anchor of its own.

In: material. Out: pieces of text bound to facts, and the facts. Left out on purpose: sentences.
"""

from collections.abc import Iterable
from decimal import Decimal

from lantu.core.absence import Absence
from lantu.core.entry import Comparator, Entry
from lantu.core.identity import value_address
from lantu.core.report import Fact, Part, Piece
from lantu.core.span import Span
from lantu.core.standing import Class, Standing
from lantu.core.value import Value
from lantu.run.report_material import Judged, Material
from lantu.show.addresses import link_entry, link_indicator, value_anchor
from lantu.show.comparators import write_bound
from lantu.show.numbers import write_period, write_quantity
from lantu.show.titles import indicator_name
from lantu.show.units import unit_word
from lantu.show.words import CLASSES, word_for

LONGEST = 4
"""Decimals that a computed figure may have before it is rounded to what its definition says."""


class Ledger:
    """Collects facts and hands out pieces."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.facts: dict[str, Fact] = {}
        self._anchors = 0

    def bind(self, fact: Fact, text: str | None = None, part: Part = Part.FIGURE) -> Piece:
        """A piece that states a fact, with the next anchor."""
        self.facts.setdefault(fact.address, fact)
        self._anchors += 1
        return Piece(fact.shown if text is None else text, f"lantu_{self._anchors}", fact.address, part)

    def bind_number(self, fact: Fact) -> Piece:
        """The number alone, where the unit stands elsewhere in the row."""
        return self.bind(fact, fact.shown.removesuffix(unit_word(fact.unit)).strip())

    def fact_of_value(self, value: Value) -> Fact:
        """A measured figure."""
        if isinstance(value.quantity, Absence):
            raise ValueError(f"{value.indicator_code} {value.period} has no figure to be stated")
        definition = self.material.definitions.get(value.indicator_code)
        name = indicator_name(definition) if definition else value.indicator_code
        unit = value.quantity.unit.symbol
        address = value_address(value.indicator_code, value.place_code, value.period)
        rows = [self.material.observations[key] for key in value.inputs if key in self.material.observations]
        fact = Fact(
            address=address,
            amount=value.quantity.amount,
            unit=unit,
            shown=show_quantity(value.quantity.amount, unit, definition.decimals if definition else 2),
            what=f"{name} {write_period(value.period)}",
            roots=(address,),
            href=link_indicator(value.indicator_code, value.place_code, value_anchor(value.period)),
            source="；".join(dict.fromkeys(row.source_name or row.batch.name for row in rows)),
        )
        return self.facts.setdefault(address, fact)

    def fact_of_plan(self, judged: Judged, which: str) -> Fact | None:
        """A figure the plan prints: "base", "target", "upper" end of a range or "stretch" goal; None where it prints none."""
        entry, target = judged.entry, judged.target
        amount, span = printed_figure(entry, which)
        if amount is None:
            return None
        address = plan_figure_address(target.id, which)
        year = entry.base_year if which == "base" else target.due_year
        unit = (entry.stretch[0].unit if which == "stretch" else "") or entry.unit
        fact = Fact(
            address=address,
            amount=amount,
            unit=unit,
            shown=write_quantity(amount, unit),
            what=f"{target.name} {year or ''}年{PRINTED_WORDS[which]}",
            roots=(address,),
            href=link_entry(self.material.plan.pk, entry.id, span or entry.span),
            source=self.material.plan.title,
        )
        return self.facts.setdefault(address, fact)

    def fact_of_standing(self, judged: Judged, which: str, amount: Decimal, unit: str, decimals: int) -> Fact:
        """A figure the judgement computed, such as the share done."""
        return Fact(
            address=f"standing/{judged.target.id}/{which}",
            amount=amount,
            unit=unit,
            shown=write_quantity(amount, unit, decimals),
            what=f"{judged.target.name} {STANDING_WORDS[which]}",
            roots=self.roots_of(judged),
            href=link_indicator(judged.target.indicator_code, judged.target.place_code),
        )

    def fact_of_class(self, judged: Judged) -> Fact:
        """The class of a standing, which is a word."""
        klass = judged.standing.klass
        return Fact(
            address=f"standing/{judged.target.id}/class",
            amount=None,
            unit="",
            shown=word_for(CLASSES, klass),
            what=f"{judged.target.name} 进展",
            roots=self.roots_of(judged),
            href=_link_judged(judged, self.material.plan.pk),
        )

    def fact_of_count(self, name: str, count: int, unit: str, what: str, judged: Iterable[Judged], href: str) -> Fact:
        """How many there are of something."""
        roots = tuple(dict.fromkeys(root for j in judged for root in self.roots_of(j)))
        amount = Decimal(count)
        return Fact(
            f"count/{self.material.plan.address}/{name}", amount, unit, write_quantity(amount, unit), what, roots, href
        )

    def values_of(self, judged: Judged) -> list[Value]:
        """The values a standing rests on."""
        return list_used(judged.standing, self.material)

    def roots_of(self, judged: Judged) -> tuple[str, ...]:
        """Addresses of the values and plan figures a standing rests on, all of them kept as facts."""
        used = [self.fact_of_value(value).address for value in self.values_of(judged)]
        printed = [self.fact_of_plan(judged, which) for which in PRINTED_WORDS]
        return tuple(dict.fromkeys([*used, *(fact.address for fact in printed if fact is not None)]))


PRINTED_WORDS = {"base": "基期值", "target": "目标值", "upper": "目标上限", "stretch": "力争目标"}
STANDING_WORDS = {
    "done": "完成进度",
    "elapsed": "时间进度",
    "gap": "离目标的差距",
    "compared": "按同一口径计算的数",
    "outlook": "到期年预测值",
    "outlook_low": "到期年预测下限",
    "outlook_high": "到期年预测上限",
    "needed": "此后须达到的步伐",
    "recent": "近几年的步伐",
    "chance": "如期实现的可能",
}


def list_used(standing: Standing, material: Material) -> list[Value]:
    """The values a standing rests on, by the observations it names."""
    if standing.latest is None or standing.klass is Class.CANNOT_SAY:
        return []
    latest, wanted = standing.latest, set(standing.inputs)
    series = material.series.get((latest.indicator_code, latest.place_code), ())
    used = [value for value in series if not isinstance(value.quantity, Absence) and wanted & set(value.inputs)]
    return used or [latest]


def printed_figure(entry: Entry, which: str) -> tuple[Decimal | None, Span | None]:
    """A figure an entry prints, and where."""
    if which == "base":
        return entry.base_value, entry.base_span
    if which == "stretch":
        return (entry.stretch[0].value, entry.stretch[0].span) if entry.stretch else (None, None)
    return (entry.value_max if which == "upper" else entry.value), entry.value_span


def plan_figure_address(target_id: str, which: str) -> str:
    """Address of a figure that a plan prints for a target."""
    return f"{target_id}/{which}"


def show_quantity(amount: Decimal, unit: str, decimals: int) -> str:
    """A figure as reports write it: as given, but for computed ones with endless decimals."""
    exponent = amount.as_tuple().exponent
    is_long = isinstance(exponent, int) and exponent < -LONGEST
    return write_quantity(amount, unit, decimals if is_long else None)


def write_sign(value: Value) -> str:
    """ "<" and the like in front of a figure of which only a bound is known."""
    return write_bound(value.bound)


def write_promise(entry: Entry) -> str:
    """What stands behind the figure of a target: 以上, 左右."""
    words = {
        Comparator.AT_LEAST: "以上",
        Comparator.AT_MOST: "以下",
        Comparator.MORE_THAN: "以上（不含）",
        Comparator.LESS_THAN: "以下（不含）",
        Comparator.ABOUT: "左右",
    }
    return words.get(entry.comparator, "")


def _link_judged(judged: Judged, plan_key: int) -> str:
    target = judged.target
    if target.indicator_code:
        return link_indicator(target.indicator_code, target.place_code)
    return link_entry(plan_key, judged.entry.id, judged.entry.value_span)
