"""Deductions for what was not done in time: late returns, overdue cases.

In: lapses of somebody, the rules. Out: lines that name each lapse. A lapse that an upheld objection left out brings none about.
Left out on purpose: whose fault it was; that is what objections are for.
"""

from collections.abc import Collection, Sequence

from lantu.core.score import Lapse, LineKind, RuleSet, ScoreLine


def deduct_lapses(rules: RuleSet, lapses: Sequence[Lapse], settled: Collection[str] = ()) -> tuple[ScoreLine, ...]:
    """A line for each deduction that some lapse brings about; its points are sure, as days do not change any more."""
    lines = []
    for trigger in rules.deductions:
        found = tuple(
            lapse
            for lapse in lapses
            if lapse.kind is trigger.lapse and lapse.days >= trigger.days and lapse.address not in settled
        )
        if found:
            points = -min(trigger.each * len(found), trigger.most)
            lines.append(
                ScoreLine(
                    LineKind.DEDUCTION,
                    f"{rules.address}#deductions.{trigger.code}",
                    trigger.line,
                    trigger.name,
                    points,
                    points,
                    points,
                    name_en=trigger.name_en,
                    lapses=found,
                )
            )
    return tuple(lines)
