"""A figure with the words around it, as the trap rules look at it.

In: a stream's text, a quantity and the bounds of its sentence and clause.
Out: one frozen object with the text cut out once.
Left out on purpose: any judgement.
"""

from dataclasses import dataclass

from lantu.read.quantity_grammar import Quantity

MONEY = frozenset({"元", "美元", "欧元", "港元", "日元", "英镑", "人民币"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands.

    Attributes:
        text: The stream.
        quantity: The figure.
        start: Where its sentence begins.
        limit: Where its clause ends.
        has_later: Whether another figure follows in the clause.
        before: Up to 40 characters of the sentence in front of the number.
        after: Up to 24 characters behind unit and comparator.
    """

    text: str
    quantity: Quantity
    start: int
    limit: int
    has_later: bool
    before: str
    after: str


def look_around(text: str, quantity: Quantity, start: int, limit: int, has_later: bool) -> Place:
    """The place of a figure in its sentence."""
    before = text[max(start, quantity.start - 40) : quantity.start]
    return Place(text, quantity, start, limit, has_later, before, text[quantity.tail : quantity.tail + 24])
