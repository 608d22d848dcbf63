"""The arrow from a return's bytes to observations.

In: a CSV or XLSX file. Out: a batch with its observations and notices; rows that
could not be used are named, the others are kept. A figure that jumps against those in force, as one in the wrong
unit does, is kept and named.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lantu.check.match import match_indicator
from lantu.core.diagnostic import Cell, Diagnostic
from lantu.core.entry import Comparator
from lantu.core.observation import Observation
from lantu.core.quantity import Quantity
from lantu.run.catalogue import load_catalogue
from lantu.run.clock import read_clock
from lantu.sense.drafts import check_history
from lantu.sense.places import keep_places
from lantu.sense.returns import read_returns
from lantu.store.audit import append_audit
from lantu.store.fetch.filing import values_of
from lantu.store.keep.notices import keep_notices
from lantu.store.keep.plans import keep_document
from lantu.store.keep.returns import RowCounts, keep_batch, keep_observations, split_known
from lantu.store.known import known_definitions
from lantu.store.transactions import one_transaction


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a return.

    Attributes:
        batch: Key of its batch.
        counts: Rows read, kept, refused and doubled.
        diagnostics: What was wrong with which row.
    """

    batch: int
    counts: RowCounts
    diagnostics: tuple[Diagnostic, ...]


def receive_return(data: bytes, name: str, *, by: str, places: frozenset[str] | None = None) -> Receipt:
    """Read a return and keep its good rows.

    Args:
        data: The file's bytes, CSV or XLSX.
        name: Its file name.
        by: Who handed it in.
        places: Codes of the places they may report for; rows of others are refused, the rest goes on. None for all.
    """
    observations, diagnostics, summary = read_returns(data, name, load_catalogue(), match=match_indicator)
    if places is not None:
        observations, beyond = keep_places(observations, places, name)
        diagnostics = (*diagnostics, *beyond)
        summary = replace(summary, refused=summary.refused + len(beyond))
    at = read_clock()
    with one_transaction():
        fresh, known = split_known(observations)
        diagnostics = (*diagnostics, *_find_jumps(fresh, name))
        counts = RowCounts(summary.read, len(fresh), summary.refused, summary.doubled + known)
        batch = keep_batch(keep_document(data, name, at), name, by, counts, at)
        keep_observations(batch, fresh, at)
        keep_notices(diagnostics, at, batch=batch)
        append_audit(by, "return.received", name, at, batch=batch.pk, kept=counts.kept, refused=counts.refused)
    return Receipt(int(batch.pk), counts, diagnostics)


def _find_jumps(fresh: Iterable[Observation], name: str) -> list[Diagnostic]:
    """Figures that lie far from what is in force of the same series."""
    definitions = {d.code: d for d in known_definitions()}
    by_place: dict[str, list[tuple[Observation, Quantity]]] = defaultdict(list)
    for one in fresh:
        if isinstance(one.quantity, Quantity) and one.bound is Comparator.EQUAL and one.indicator_code in definitions:
            by_place[one.place_code].append((one, one.quantity))
    found = []
    for place, figures in by_place.items():
        series = values_of({one.indicator_code for one, _ in figures}, place)
        for one, quantity in figures:
            history = series.get(one.indicator_code, ())
            for told in check_history(quantity, definitions[one.indicator_code], one.period, history):
                found.append(replace(told, cell=Cell(name, one.source.row, "value")))
    return found


def places_in_return(data: bytes, name: str) -> frozenset[str]:
    """Codes of the places a file speaks of, in rows that could be used; nothing is kept."""
    observations, _, _ = read_returns(data, name, load_catalogue(), match=match_indicator)
    return frozenset(o.place_code for o in observations)
