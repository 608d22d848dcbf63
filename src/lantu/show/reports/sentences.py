"""One target told in a sentence whose figures are bound.

In: a judged target. Out: pieces. Left out on purpose: causes, which people write.
"""

from decimal import Decimal

from lantu.core.absence import Absence
from lantu.core.report import Piece
from lantu.core.standing import Class
from lantu.run.report_material import Judged
from lantu.show.numbers import write_period
from lantu.show.reports.ledger import Ledger, write_promise, write_sign
from lantu.show.words import CLASSES, REASONS, word_for

POINTS = Decimal(100)


def tell_target(ledger: Ledger, judged: Judged) -> tuple[Piece, ...]:
    """How a target stands: the latest figure, the way gone, the class."""
    standing = judged.standing
    if standing.klass is Class.CANNOT_SAY:
        return (Piece(f"{judged.target.name}：{word_for(REASONS, standing.reason) or '原因未注明'}，暂不判断。"),)
    pieces = [Piece(f"{judged.target.name}："), *_tell_latest(ledger, judged), *_tell_promise(ledger, judged)]
    pieces += [*_tell_way(ledger, judged), *_tell_compared(ledger, judged)]
    settled = "（初步）" if standing.is_preliminary else ""
    pieces.append(Piece(f"。进展判断为“{word_for(CLASSES, standing.klass)}”{settled}。"))
    return tuple(pieces)


def _tell_latest(ledger: Ledger, judged: Judged) -> list[Piece]:
    latest = judged.standing.latest
    if latest is None or isinstance(latest.quantity, Absence):
        return []
    settled = "初步数" if judged.standing.is_preliminary else ""
    fact = ledger.fact_of_value(latest)
    return [Piece(f"{write_period(latest.period)}{settled}为{write_sign(latest)}"), ledger.bind(fact)]


def _tell_promise(ledger: Ledger, judged: Judged) -> list[Piece]:
    fact = ledger.fact_of_plan(judged, "target")
    if fact is None:
        return []
    upper = ledger.fact_of_plan(judged, "upper")
    end = [Piece("至"), ledger.bind(upper)] if upper is not None else []
    return [Piece(f"，{judged.target.due_year}年目标为"), ledger.bind(fact), *end, Piece(write_promise(judged.entry))]


def _tell_way(ledger: Ledger, judged: Judged) -> list[Piece]:
    standing = judged.standing
    if standing.done is None or standing.elapsed is None:
        return []
    done = ledger.fact_of_standing(judged, "done", standing.done * POINTS, "%", 1)
    elapsed = ledger.fact_of_standing(judged, "elapsed", standing.elapsed * POINTS, "%", 1)
    return [Piece("，从基期到目标的路已走完"), ledger.bind(done), Piece("，时间已过"), ledger.bind(elapsed)]


def _tell_compared(ledger: Ledger, judged: Judged) -> list[Piece]:
    compared = judged.standing.compared
    if compared is None:
        return []
    unit = "" if isinstance(judged.target.value, Absence) else judged.target.value.unit.symbol
    fact = ledger.fact_of_standing(judged, "compared", compared, unit, 2)
    return [Piece("，基期以来按同一口径计算为"), ledger.bind(fact)]


def tell_gap(ledger: Ledger, judged: Judged) -> tuple[Piece, ...]:
    """What is still missing to the target, in the target's own unit; () where that is no number."""
    standing, wanted = judged.standing, judged.target.value
    latest = standing.latest.quantity if standing.latest else None
    if isinstance(wanted, Absence) or latest is None or isinstance(latest, Absence):
        return ()
    if not latest.unit.fits(wanted.unit) or standing.compared is not None:
        return ()
    gap = abs(wanted.amount - latest.in_unit(wanted.unit).amount)
    unit = "个百分点" if wanted.unit.symbol in ("%", "％") else wanted.unit.symbol
    exponent = gap.as_tuple().exponent
    fact = ledger.fact_of_standing(judged, "gap", gap, unit, 2 if isinstance(exponent, int) and exponent < -2 else 0)
    if isinstance(exponent, int) and -2 <= exponent < 0:
        fact = ledger.fact_of_standing(judged, "gap", gap, unit, -exponent)
    return (Piece(f"{judged.target.name}离目标还差"), ledger.bind(fact))
