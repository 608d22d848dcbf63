"""All rules of the checker, in the order in which they are run and shown.

In: nothing. Out: the list. Left out on purpose: how a rule works, which its own
file says.
"""

from lantu.check.rule import CheckRule
from lantu.check.rules import (
    already_met,
    claimed_done,
    implied_population,
    missing_actual,
    prose_table,
    reports_differ,
    row_status,
    table_change,
    table_growth,
    target_change,
    target_dropped,
    target_held,
    weaker_than_base,
)

RULES: tuple[CheckRule, ...] = tuple(
    module.RULE
    for module in (
        table_growth,
        table_change,
        row_status,
        claimed_done,
        missing_actual,
        prose_table,
        weaker_than_base,
        target_held,
        already_met,
        target_change,
        target_dropped,
        reports_differ,
        implied_population,
    )
)
