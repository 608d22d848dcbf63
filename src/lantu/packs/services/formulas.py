"""Formulas of services and city cases: rates over what was due, and one check character.

In: rows of counts or codes. Out: rates, computed exactly and rounded once.
Left out on purpose: deadlines of single cases, which `act` knows.
"""

from fractions import Fraction

from lantu.packs.arithmetic import round_half_up
from lantu.packs.rows import InputRow, Outcome, divide_amounts, make_absent
from lantu.packs.rulebook import RuleBook


def compute_closing_rate(row: InputRow, rules: RuleBook) -> Outcome:
    """Cases closed over cases due to be closed.

    Source: GB/T 30428 series, evaluation of city management; Tianmen's report of December 2016 agrees.
    """
    return _print_rate(divide_amounts(row, "closed", "due"), "cases", rules)


def compute_on_time_rate(row: InputRow, rules: RuleBook) -> Outcome:
    """Cases closed on time over cases due to be closed.

    Source: GB/T 30428 series, evaluation of city management; Tianmen's report of December 2016 agrees.
    """
    return _print_rate(divide_amounts(row, "closed_on_time", "due"), "cases", rules)


def compute_online_rate(row: InputRow, rules: RuleBook) -> Outcome:
    """Applications handled online over all applications.

    Source: GB/T 37277-2018 (a related definition, from 2019-07-01); the province's own was not found.
    """
    return _print_rate(divide_amounts(row, "handled_online", "handled"), "online", rules)


def compute_items_share(row: InputRow, rules: RuleBook) -> Outcome:
    """Items handed to comprehensive enforcement over all enforcement items.

    Source: Zhejiang's reform of enforcement, figures of 2022.
    """
    return _print_rate(divide_amounts(row, "items", "items_all"), "items", rules)


def compute_check_character(row: InputRow, rules: RuleBook) -> Outcome:
    """The 18th character of a unified social credit code; weights are 3^(i − 1) mod 31.

    Source: GB 32100-2015, in force from 2015-10-01.
    """
    rule = rules.pick("credit_code", None).values
    code, alphabet, length = row.words.get("credit_code", "").upper(), rule["alphabet"], int(rule["length"])
    if len(code) not in (length, length + 1) or any(sign not in alphabet for sign in code):
        return make_absent("P039", f"“{code[:40]}” is no credit code of {length} or {length + 1} signs", "correct it")
    modulus = int(rule["modulus"])
    total = sum(alphabet.index(sign) * pow(int(rule["base"]), i, modulus) for i, sign in enumerate(code[:length]))
    check = alphabet[-total % modulus]
    is_right = code[length:] in ("", check)
    return Outcome(check, {"is_right": is_right})


def _print_rate(ratio: Fraction | Outcome, kind: str, rules: RuleBook) -> Outcome:
    if isinstance(ratio, Outcome):
        return ratio
    return Outcome(round_half_up(100 * ratio, int(rules.pick("places", None).values[kind])))
