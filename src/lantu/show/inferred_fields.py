"""What of an entry was inferred, in the language of the page.

In: the body of an entry's row. Out: for each inferred field its name, how it was found and how sure that is.
Left out on purpose: fields that a person stated; a corrected entry has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lantu.core.entry import PriceBasis
from lantu.core.inference import Inference
from lantu.read.inference_words import say_field, say_prices, say_reason
from lantu.show.language import is_english


@dataclass(frozen=True, slots=True)
class InferredField:
    """One field, as printed."""

    field: str
    reason: str
    sure: str


def list_inferred(body: Mapping[str, Any]) -> tuple[InferredField, ...]:
    """The inferred fields of an entry, the least sure first; none for entries read before they were kept."""
    found = [Inference(i["field"], i["reason"], i["confidence"]) for i in body.get("inferred") or ()]
    english = is_english()
    return tuple(
        InferredField(_write_field(i, body, english=english), say_reason(i, english=english), write_sure(i.confidence))
        for i in sorted(found, key=lambda inference: inference.confidence)
    )


def _write_field(inference: Inference, body: Mapping[str, Any], *, english: bool) -> str:
    """The field's name; with a price basis also which one, since nothing else on the page says it."""
    name = say_field(inference, english=english)
    if inference.field != "price_basis":
        return name
    prices = say_prices(PriceBasis(body["price_basis"]), body.get("price_year"), english=english)
    return f"{name} ({prices})" if english else f"{name}（{prices}）"


def write_sure(confidence: float) -> str:
    """A confidence as per cent."""
    return f"{round(confidence * 100)}%"
