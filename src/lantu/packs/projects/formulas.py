"""Formulas of projects: investment completed, lead over time, starts.

In: rows with plan and progress. Out: rates, computed exactly and rounded once.
Left out on purpose: which plan a rate is against; the row says so.
"""

from fractions import Fraction

from lantu.packs.arithmetic import round_half_up
from lantu.packs.rows import InputRow, Outcome, divide_amounts, make_absent
from lantu.packs.rulebook import RuleBook


def compute_completion(row: InputRow, rules: RuleBook) -> Outcome:
    """Investment made over investment planned.

    Source: 政府投资条例 articles 16 and 27, from 2019-07-01.
    """
    return _print_rate(divide_amounts(row, "done", "planned"), rules)


def compute_time_lead(row: InputRow, rules: RuleBook) -> Outcome:
    """Completion less the share of the year gone, in percentage points, from figures not rounded before.

    Source: monthly reports of development and reform commissions; Jiangmen's of 10 months agrees only so.
    """
    ratio = divide_amounts(row, "done", "planned")
    if isinstance(ratio, Outcome):
        return ratio
    months = row.amount("months")
    whole = rules.pick("year", None).values["months"]
    if months is None or not 0 < months <= whole:
        return make_absent("P034", f"the months gone are not between 1 and {whole}", "give the months gone in the year")
    return _print_rate(ratio - Fraction(months) / Fraction(whole), rules)


def compute_start_rate(row: InputRow, rules: RuleBook) -> Outcome:
    """Projects begun over projects planned to begin.

    Source: monthly reports of development and reform commissions.
    """
    return _print_rate(divide_amounts(row, "started", "planned_starts"), rules)


def _print_rate(ratio: Fraction | Outcome, rules: RuleBook) -> Outcome:
    if isinstance(ratio, Outcome):
        return ratio
    return Outcome(round_half_up(100 * ratio, int(rules.setting("places"))))
