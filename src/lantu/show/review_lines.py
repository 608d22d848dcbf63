"""One line of the review list: an entry with what was decided about it.

In: items of a review. Out: `ReviewLine`, ready to be printed. Left out on purpose:
deciding; the lines say only what the buttons may do.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from lantu.core.entry import Comparator, Entry
from lantu.core.mark import Mark
from lantu.run.review_state import Review, ReviewItem, State
from lantu.show.comparators import write_comparator
from lantu.show.file_places import write_place
from lantu.show.inferred_fields import InferredField, list_inferred, write_sure
from lantu.show.numbers import write_quantity, write_year
from lantu.show.plan_text import Mark as TextMark
from lantu.show.words import ENTRY_KINDS, ORIGINS, word_for
from lantu.store import models

STATES: dict[str, Any] = {
    State.OPEN: _("待审"),
    State.ACCEPTED: _("已认可"),
    State.CORRECTED: _("已更正"),
    State.ADDED: _("已补录"),
    State.REJECTED: _("已剔除"),
}
VERDICTS: dict[str, Any] = {
    "accepted": _("已认可"),
    "corrected": _("已更正"),
    "rejected": _("已剔除"),
    "added": _("已补录"),
    "withdrawn": _("已撤回"),
}


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """What the page shows of one entry under review.

    Attributes:
        was: What the reader read, where a person corrected it, else "".
        carried: Number of the version it was decided on, where that is an earlier one, else 0.
        place: Where it stands in the original file, or "".
        inferred: Fields that rest on other text than its own words.
        sure: How sure all of it is, where something was inferred, else "".
    """

    id: str
    kind: str
    kind_word: str
    origin: str
    indicator: str
    figure: str
    year: str
    state: str
    state_word: str
    decision: models.EntryDecision | None
    carried: int
    was: str
    place: str
    inferred: tuple[InferredField, ...]
    sure: str
    is_here: bool
    is_binding: bool
    may_accept: bool
    may_correct: bool
    may_reject: bool
    may_withdraw: bool


def build_line(
    item: ReviewItem, reading: models.PlanVersion, chosen: str = "", places: Sequence[Mark] = ()
) -> ReviewLine:
    """One entry of the list."""
    row, decision, state = item.row, item.decision, item.state
    inferred = list_inferred(row.body)
    return ReviewLine(
        id=row.entry_id,
        kind=row.kind,
        kind_word=word_for(ENTRY_KINDS, row.kind),
        origin=word_for(ORIGINS, row.origin),
        indicator=row.indicator or row.quote[:40],
        figure=write_figure(row),
        year=write_year(row.year) if row.year else "",
        state=str(state),
        state_word=word_for(STATES, state),
        decision=decision,
        carried=decision.version.number if decision is not None and decision.version_id != reading.pk else 0,
        was=write_entry(item.found) if state is State.CORRECTED and item.found is not None else "",
        place=write_place(places, row.start),
        inferred=inferred,
        sure=write_sure(row.body.get("confidence", 1.0)) if inferred else "",
        is_here=row.entry_id == chosen,
        is_binding=row.attribute == "约束性",
        may_accept=state is State.OPEN,
        may_correct=state is not State.REJECTED,
        may_reject=state in (State.OPEN, State.ACCEPTED),
        may_withdraw=state is not State.OPEN,
    )


def write_figure(row: models.PlanEntry) -> str:
    """The figure with its unit and how it is to be met, or ""."""
    if row.value is None:
        return ""
    return _signed(Comparator(row.body.get("comparator", "=")), row.value, row.unit)


def mark_correction(entry: Entry) -> TextMark:
    """What a person says a cell of a table should say, at that cell."""
    span = entry.value_span or entry.span
    figure = f"{_signed(entry.comparator, entry.value, entry.unit)}" if entry.value is not None else ""
    now = " · ".join(part for part in (figure, write_year(entry.year) if entry.year else "") if part)
    return TextMark(span.start, span.end, entry.id, str(entry.kind), now or str(_("已更正")))


def _signed(comparator: Comparator, value: Decimal, unit: str) -> str:
    before, behind = write_comparator(comparator)
    return f"{before}{write_quantity(value, unit)}{behind}"


def write_entry(row: models.PlanEntry) -> str:
    """An entry in one line."""
    parts = (row.indicator or row.quote[:40], write_figure(row), write_year(row.year) if row.year else "")
    return " · ".join(part for part in parts if part)


def filter_items(items: Iterable[ReviewItem], kind: str, state: str) -> list[ReviewItem]:
    """The entries of a kind and a state; "" stands for all."""
    return [item for item in items if kind in ("", item.row.kind) and state in ("", item.state)]


def count_states(review: Review) -> list[tuple[str, str, int]]:
    """Code, word and number of each state, those with none left out."""
    counts = Counter(str(item.state) for item in review.items)
    return [(str(state), str(word), counts[state]) for state, word in STATES.items() if counts[state]]


def count_kinds(review: Review) -> list[tuple[str, str, int]]:
    """Code, word and number of each kind, those with none left out."""
    counts = Counter(item.row.kind for item in review.items)
    return [(str(kind), str(word), counts[kind]) for kind, word in ENTRY_KINDS.items() if counts[kind]]
