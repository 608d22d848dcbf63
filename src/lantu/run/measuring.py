"""The arrow from observations to values: what people reported, and what was computed from readings of the lake."""

from functools import partial
from pathlib import Path

from lantu.measure.measured import prefer_measured
from lantu.measure.values import build_values, rows_to_values
from lantu.run.clock import read_clock
from lantu.run.lake_values import CELLS, measured_values
from lantu.store.audit import append_audit
from lantu.store.engine import run_expression
from lantu.store.keep.values import keep_values, retract_values
from lantu.store.known import known_definitions, known_observations
from lantu.store.transactions import one_transaction


def measure_all(*, by: str, cells: Path = CELLS) -> int:
    """Compute every indicator from what is known now. Returns how many values are new or changed.

    Args:
        by: Who asks for it.
        cells: Folder of the cells computed from the lake, which are taken as they are.
    """
    at = read_clock()
    definitions = known_definitions()
    rows = run_expression(partial(build_values, definitions=definitions), known_observations())
    values = prefer_measured(rows_to_values(rows), measured_values(cells)[0])
    with one_transaction():
        changed = keep_values(values, at)
        append_audit(by, "values.measured", "all", at, values=len(values), changed=changed)
    return changed


def retract_all(*, by: str) -> int:
    """Take back values that rest on figures which do not count any more. Returns how many."""
    at = read_clock()
    with one_transaction():
        retracted = retract_values(at)
        if retracted:
            append_audit(by, "values.retracted", "all", at, values=retracted)
    return retracted
