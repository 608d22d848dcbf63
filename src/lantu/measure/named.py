"""What figures are called that stand for a class or a status: 3 is Ⅲ.

In: a step, a figure of it, a day. Out: the name that the rules in force give it, or "". Left out on purpose: words in other
languages, which the pack's words.yml has.
"""

from datetime import date
from decimal import Decimal

from lantu.core.step import By, Step
from lantu.measure.judged import STATUSES

_ROLES = {By.CLASSIFY: "limits", By.JUDGE: "bands"}


def name_figure(step: Step, figure: Decimal, day: date) -> str:
    """The name of a class or status; "" where the step's figures are amounts, or no edition holds on that day."""
    role = _ROLES.get(step.by)
    held = step.rules[role].pick(day) if role is not None else None
    said = held.find(step.items[0]) if held is not None else None
    if said is None:
        return ""
    names = [*said["classes"], said.get("worse", "")] if step.by is By.CLASSIFY else [said[name] for name in STATUSES]
    place = int(figure) - 1
    return str(names[place]) if 0 <= place < len(names) else ""
