"""Nouns to JSON and back, for the body columns.

In: frozen dataclasses of core. Out: plain dictionaries that keep decimals as
text, and the same nouns again. Left out on purpose: shortening; a body holds
the whole noun, so that a judgement can be replayed from the row alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from cattrs.preconf.json import JsonConverter, make_converter

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.mark import Mark
from lantu.core.quantity import Quantity, make_quantity

Noun = TypeVar("Noun")


def _build_converter() -> JsonConverter:
    converter = make_converter()
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    converter.register_unstructure_hook(date, lambda value: value.isoformat())
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(datetime, lambda value: value.isoformat())
    converter.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
    converter.register_unstructure_hook(Quantity, _unstructure_quantity)
    converter.register_structure_hook(Quantity, lambda value, _: make_quantity(value["amount"], value["unit"]))
    converter.register_unstructure_hook(Absence, lambda value: {"absence": str(value.kind), "reason": value.reason})
    converter.register_structure_hook(Absence, lambda value, _: _structure_absence(value))
    converter.register_structure_hook(Quantity | Absence, lambda value, _: _structure_figure(value))
    converter.register_unstructure_hook(Quantity | Absence, _unstructure_figure)
    return converter


def _unstructure_quantity(value: Quantity) -> dict[str, str]:
    return {"amount": str(value.amount), "unit": value.unit.symbol}


def _unstructure_figure(value: Quantity | Absence) -> dict[str, str]:
    if isinstance(value, Absence):
        return {"absence": str(value.kind), "reason": value.reason}
    return _unstructure_quantity(value)


def _structure_absence(value: dict[str, str]) -> Absence:
    return Absence(AbsenceKind(value["absence"]), value.get("reason", ""))


def _structure_figure(value: dict[str, str]) -> Quantity | Absence:
    return _structure_absence(value) if "absence" in value else make_quantity(value["amount"], value["unit"])


_CONVERTER = _build_converter()


def encode_marks(marks: Iterable[Mark]) -> list[list[int]]:
    """Marks as rows of their numbers: a document has thousands, and names would be most of their size."""
    return [list(astuple(mark)) for mark in marks]


def decode_marks(rows: Iterable[Sequence[int]]) -> tuple[Mark, ...]:
    """The marks that `encode_marks` wrote."""
    return tuple(Mark(*row) for row in rows)


def encode(noun: Any) -> Any:
    """The noun as JSON material."""
    return _CONVERTER.unstructure(noun)


def decode(kind: type[Noun], body: Any) -> Noun:
    """The noun that `encode` wrote.

    Raises:
        cattrs.BaseValidationError: If the body is not of that kind.
    """
    return _CONVERTER.structure(body, kind)
