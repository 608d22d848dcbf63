"""Whether a finished file still says what its report says, and whether that is still true.

In: a report, the lines of a file, and what the registry says now of the report's roots. Out:
faults, each with its place. Left out on purpose: the file's format and the registry.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lantu.core.report import Fact, Fault, FaultKind, Part, Report, list_lines
from lantu.show.reports.bind import states_fact
from lantu.show.reports.claims import Claim, claim_numbers
from lantu.show.reports.finished import Finished
from lantu.show.reports.homes import Line, find_homes
from lantu.show.reports.numerals import read_digits, read_unit, says_the_same

WRONG = (FaultKind.DIFFERS, FaultKind.UNIT_DIFFERS, FaultKind.UNBOUND, FaultKind.PICTURE)
"""Faults of the file itself."""
CUT = 40
"""Characters of a line shown around a fault."""


def verify_lines(report: Report, lines: Sequence[Line], now: Mapping[str, str]) -> tuple[Fault, ...]:
    """Everything to be named, wrong figures first, then revised values, then figures that are gone.

    Args:
        report: As it was made.
        lines: Of the finished file.
        now: What the registry says today of each root, as a report writes it; a root that is missing
            here was withdrawn.
    """
    expected = list(list_lines(report))
    facts = {fact.address: fact for fact in report.facts}
    outcome = claim_numbers(lines, find_homes(lines, expected), expected)
    faults = [fault for claim in outcome.claims if (fault := _check_claim(claim, facts)) is not None]
    faults += [
        Fault(FaultKind.UNBOUND, line.where, token.text, context=_cut(line.text, token.start))
        for line, token in outcome.unbound
    ]
    faults += _find_revised(outcome.claims, facts, now)
    order = (*WRONG, FaultKind.REVISED, FaultKind.GONE)
    return tuple(sorted(faults, key=lambda fault: order.index(fault.kind)))


def verify_pictures(finished: Finished) -> tuple[Fault, ...]:
    """A fault for each chart whose picture is not in the file as it was printed; the figures beside it are bound in its caption."""
    return tuple(
        Fault(FaultKind.PICTURE, "", "", what=f"{chart} 图") for digest, chart in finished.drawn if digest not in finished.pictures
    )  # fmt: skip


def is_clean(faults: Sequence[Fault]) -> bool:
    """Whether the file can go out: nothing differs, nothing is unbound, nothing was revised."""
    return all(fault.kind is FaultKind.GONE for fault in faults)


def _check_claim(claim: Claim, facts: Mapping[str, Fact]) -> Fault | None:
    piece, fact = claim.piece, facts[claim.piece.address]
    if claim.line is None or claim.found is None:
        return Fault(FaultKind.GONE, "", "", piece.text, fact.what, fact.address)
    wanted = piece.text
    if piece.part is Part.FIGURE:
        wanted = piece.text if states_fact(piece.text, fact) else fact.shown
        kind = _compare_figure(claim.found, wanted, fact)
    else:
        same = "".join(claim.found.split()) == "".join(piece.text.split())
        kind = None if same else FaultKind.UNIT_DIFFERS if piece.part is Part.UNIT else FaultKind.DIFFERS
    if kind is None:
        return None
    return Fault(
        kind, claim.line.where, claim.found, wanted, fact.what, fact.address, _cut(claim.line.text, 0, claim.found)
    )


def _compare_figure(found: str, expected: str, fact: Fact) -> FaultKind | None:
    if says_the_same(found, expected):
        return None
    if not read_unit(expected) and read_unit(found) == fact.unit and says_the_same(read_digits(found), expected):
        return None
    return FaultKind.UNIT_DIFFERS if says_the_same(read_digits(found), read_digits(expected)) else FaultKind.DIFFERS


def _find_revised(claims: Sequence[Claim], facts: Mapping[str, Fact], now: Mapping[str, str]) -> Iterator[Fault]:
    """One fault for each revised root, with every place in the file that states it or rests on it."""
    stated: defaultdict[str, list[str]] = defaultdict(list)
    resting: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.line is None or claim.piece.part is Part.UNIT:
            continue
        fact = facts[claim.piece.address]
        for root in fact.roots:
            (stated if root == fact.address else resting)[root].append(f"{claim.line.where}: {claim.found}")
    for root in dict.fromkeys((*stated, *resting)):
        fact = facts[root]
        new = now.get(root)
        if new is None or new != fact.shown:
            places = (*stated[root], *resting[root])
            where = places[0].partition(": ")[0]
            yield Fault(FaultKind.REVISED, where, fact.shown, new or "", fact.what, root, places=places)


def _cut(text: str, at: int, found: str = "") -> str:
    middle = max(text.find(found), 0) if found else at
    start = max(0, middle - CUT // 2)
    return f"{'…' if start else ''}{text[start : start + CUT]}{'…' if start + CUT < len(text) else ''}"
