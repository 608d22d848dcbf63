"""The arrow from observations to values."""

from functools import partial

from lantu.measure.values import build_values, rows_to_values
from lantu.run.clock import read_clock
from lantu.store.audit import append_audit
from lantu.store.engine import run_expression
from lantu.store.keep.values import keep_values, retract_values
from lantu.store.known import known_definitions, known_observations
from lantu.store.transactions import one_transaction


def measure_all(*, by: str) -> int:
    """Compute every indicator from what is known now. Returns how many values are new or changed."""
    at = read_clock()
    definitions = known_definitions()
    rows = run_expression(partial(build_values, definitions=definitions), known_observations())
    values = rows_to_values(rows)
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
