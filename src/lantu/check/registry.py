"""All rules of the checker, in the order in which they are run and shown.

In: nothing. Out: the list. Left out on purpose: how a rule works, which its own
file says.
"""

from lantu.check.rule import CheckRule
from lantu.check.rules import table_change, table_growth

RULES: tuple[CheckRule, ...] = tuple(
    module.RULE
    for module in (
        table_growth,
        table_change,
    )
)
