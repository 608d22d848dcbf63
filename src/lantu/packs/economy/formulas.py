"""Formulas of the economy: growth, deflation, averages over years, cuts, figures per head.

In: rows of published figures. Out: outcomes, computed exactly and rounded once.
Left out on purpose: which base is meant; bases have versions, and the row names its own.
"""

from fractions import Fraction

from lantu.packs.arithmetic import round_half_up, take_root
from lantu.packs.rows import InputRow, Outcome, collect_amounts, divide_amounts, make_absent, take_amounts
from lantu.packs.rulebook import RuleBook

_NO_ROOT = "the figures give no real rate; check their signs and the number of years"


def compute_growth(row: InputRow, rules: RuleBook) -> Outcome:
    """The change against the start, in percent, at the prices the figures are in.

    Source: National Bureau of Statistics, explanations of main indicators; in use throughout.
    """
    ratio = divide_amounts(row, "end", "start")
    return ratio if isinstance(ratio, Outcome) else _print(100 * (ratio - 1), "growth", rules)


def compute_real_growth(row: InputRow, rules: RuleBook) -> Outcome:
    """Nominal growth with the change of prices taken out: (1 + g) / (index / 100) − 1.

    Source: National Bureau of Statistics, note on real income growth of 2013-11-14.
    """
    found = take_amounts(row, "growth", "price_index")
    if isinstance(found, Outcome):
        return found
    growth, index = found
    if index <= 0:
        return make_absent("P040", "the price index is not above zero", "give it with the year before as 100")
    return _print(100 * ((100 + Fraction(growth)) / Fraction(index) - 1), "growth", rules)


def compute_average_growth(row: InputRow, rules: RuleBook) -> Outcome:
    """Average growth by the level method: (end / start)^(1/n) − 1; the base year is not among the n.

    Source: National Bureau of Statistics, explanation of average growth rates; in use throughout.
    """
    ratio = divide_amounts(row, "end", "start")
    if isinstance(ratio, Outcome):
        return ratio
    years = row.amount("years")
    if years is None or years < 1 or years != int(years) or ratio <= 0:
        return make_absent("P034", "no whole number of years, or a ratio that is not above zero", _NO_ROOT)
    return _print(100 * (Fraction(take_root(ratio, int(years))) - 1), "growth", rules)


def average_rates(rows: tuple[InputRow, ...], rules: RuleBook) -> Outcome:
    """Average growth from yearly rates: the root of their product.

    Source: National Bureau of Statistics, explanation of average growth rates; in use throughout.
    """
    rates = collect_amounts(rows, "growth")
    product = Fraction(1)
    for rate in rates:
        product *= 1 + Fraction(rate) / 100
    if not rates or product <= 0:
        return make_absent("P034", "no rates, or a rate of −100 %", _NO_ROOT)
    outcome = _print(100 * (Fraction(take_root(product, len(rates))) - 1), "growth", rules)
    return Outcome(outcome.value, {"years": len(rates)})


def deflate_amount(row: InputRow, rules: RuleBook) -> Outcome:
    """An amount at the prices of the base of the index, which is 100 there.

    Source: National Bureau of Statistics, explanations of main indicators; in use throughout.
    """
    ratio = divide_amounts(row, "amount", "price_index")
    return ratio if isinstance(ratio, Outcome) else _print(100 * ratio, "deflated", rules)


def compute_per_head(row: InputRow, rules: RuleBook) -> Outcome:
    """Yuan for each resident, by the mean of two year-end populations.

    Source: statistical bulletins, per-head figures; 嘉兴 2021 bulletin agrees.
    """
    found = take_amounts(row, "total", "population", "population_before")
    if isinstance(found, Outcome):
        return found
    total, now, before = found
    if now + before <= 0:
        return make_absent("P040", "the mean population is not above zero", "correct the populations")
    # 亿元 over 万人 is 10⁴ yuan a head.
    return _print(Fraction(total) * 10**4 / (Fraction(now + before) / 2), "per_head", rules)


def compute_intensity(row: InputRow, rules: RuleBook) -> Outcome:
    """Use over output.

    Source: National Bureau of Statistics, explanations of main indicators; in use throughout.
    """
    ratio = divide_amounts(row, "part", "whole")
    return ratio if isinstance(ratio, Outcome) else _print(ratio, "intensity", rules)


def compute_intensity_cut(row: InputRow, rules: RuleBook) -> Outcome:
    """The cut of use per output: 1 − (1 + growth of use) / (1 + growth of output at comparable prices).

    Source: National Bureau of Statistics, notice of 2020 on energy use per unit of GDP.
    """
    found = take_amounts(row, "use_growth", "growth")
    if isinstance(found, Outcome):
        return found
    use, output = found
    if output <= -100:
        return make_absent("P040", "output fell to nothing", "correct the growth of output")
    return _print(100 * (1 - (100 + Fraction(use)) / (100 + Fraction(output))), "cut", rules)


def chain_cuts(rows: tuple[InputRow, ...], rules: RuleBook) -> Outcome:
    """Yearly cuts together: 1 − Π(1 − k); they are not added.

    Source: National Development and Reform Commission, formula of the cumulative cut of carbon intensity.
    """
    cuts = collect_amounts(rows, "cut")
    if not cuts:
        return make_absent("P034", "no yearly cut is given", "give the cut of each year in percent")
    left = Fraction(1)
    for cut in cuts:
        left *= 1 - Fraction(cut) / 100
    outcome = _print(100 * (1 - left), "cut", rules)
    return Outcome(outcome.value, {"years": len(cuts)})


def spread_cut(row: InputRow, rules: RuleBook) -> Outcome:
    """The equal yearly cut that makes a cut over years: 1 − (1 − K)^(1/n).

    Source: National Development and Reform Commission, formula of the cumulative cut of carbon intensity.
    """
    found = take_amounts(row, "cut", "years")
    if isinstance(found, Outcome):
        return found
    cut, years = found
    if years < 1 or years != int(years) or cut >= 100:
        return make_absent("P034", "no whole number of years, or a cut of 100 % and more", _NO_ROOT)
    root = Fraction(take_root(1 - Fraction(cut) / 100, int(years)))
    return _print(100 * (1 - root), "yearly_cut", rules)


def compute_part(row: InputRow, rules: RuleBook) -> Outcome:
    """A part in percent of the whole.

    Source: National Bureau of Statistics, explanations of main indicators; in use throughout.
    """
    ratio = divide_amounts(row, "part", "whole")
    return ratio if isinstance(ratio, Outcome) else _print(100 * ratio, "share", rules)


def compute_ratio(row: InputRow, rules: RuleBook) -> Outcome:
    """One figure over another, such as urban over rural income.

    Source: 秀洲区纲要 tables 1-1 and 2-1, where the ratio is printed beside both incomes.
    """
    ratio = divide_amounts(row, "part", "whole")
    return ratio if isinstance(ratio, Outcome) else _print(ratio, "ratio", rules)


def _print(value: Fraction, kind: str, rules: RuleBook) -> Outcome:
    return Outcome(round_half_up(value, int(rules.pick("places", None).values[kind])))
