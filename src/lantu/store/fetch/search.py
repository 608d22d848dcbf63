"""What a search finds, group by group.

In: words as typed. Out: rows of the index, the closest first. Left out on purpose: mistakes of the typist; a search that guesses
finds what nobody wrote.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Length

from lantu.core.catalogue import fold_name
from lantu.store import models

GROUPS = ("indicator", "target", "place", "project", "sentence")
"""In the order they are told."""


@dataclass(frozen=True, slots=True)
class Found:
    """One group; `has_more` says that the index holds more than are told."""

    kind: str
    rows: tuple[models.SearchRow, ...]
    has_more: bool


def search_index(wanted: str, most: int, places: Collection[str] | None = None) -> list[Found]:
    """The groups in which something was found.

    Args:
        wanted: Words, all of which must be there: in Chinese, in English, or as pinyin.
        most: Rows told of each group.
        places: Codes of the places to look in; None for all. What is about no place is always looked at.
    """
    words = [fold_name(word) for word in wanted.split() if fold_name(word)][:6]
    if not words:
        return []
    rows = models.SearchRow.objects.all()
    if places is not None:
        rows = rows.filter(place_code__in=["", *places])
    for word in words:
        rows = rows.filter(_holds(word))
    rows = rows.annotate(near=_rank(words[0])).order_by("near", Length("title"), "id").select_related("version__plan")
    groups = []
    for kind in GROUPS:
        found = list(rows.filter(kind=kind)[: most + 1])
        if found:
            groups.append(Found(kind, tuple(found[:most]), len(found) > most))
    return groups


def _holds(word: str) -> Q:
    condition = Q(folded__contains=word)
    if _is_spelt(word):
        condition |= Q(initials__contains=word) | Q(pinyin__contains=word)
    return condition


def _rank(word: str) -> Case:
    """What begins with the word stands before what only holds it."""
    return Case(
        When(Q(folded=word) | Q(folded__startswith=f"{word}\n"), then=Value(0)),
        When(folded__startswith=word, then=Value(1)),
        When(initials__startswith=word, then=Value(2)),
        When(pinyin__startswith=word, then=Value(3)),
        When(folded__contains=word, then=Value(4)),
        default=Value(5),
        output_field=IntegerField(),
    )


def _is_spelt(word: str) -> bool:
    return word.isascii() and word.isalnum()
