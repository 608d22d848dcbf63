"""Where a target's figures point to, told with bound figures: outlook, needed pace, chance.

In: a judged target with its trend. Out: pieces; a group of likely, open or unlikely. Left out on purpose: trends of settled
targets, and advice.
"""

from decimal import Decimal

from lantu.core.report import Piece
from lantu.core.trend import NoTrend, Outlook, Trend
from lantu.run.report_material import Judged
from lantu.show.reports.ledger import Ledger
from lantu.show.trends import LIKELY, UNLIKELY

GROUPS = (("likely", "可望如期"), ("open", "尚无把握"), ("unlikely", "恐难如期"))
"""As the pages of indicators call them."""
POINTS = Decimal(100)


def group_of(judged: Judged) -> str:
    """likely, open or unlikely; "" where no chance is told."""
    trend = judged.standing.trend
    if trend is None or trend.refused is not NoTrend.NONE or trend.chance is None:
        return ""
    if trend.chance >= LIKELY:
        return "likely"
    return "unlikely" if trend.chance <= UNLIKELY else "open"


def is_too_short(judged: Judged) -> bool:
    """Whether its figures are too few for a trend."""
    trend = judged.standing.trend
    return trend is not None and trend.refused is NoTrend.TOO_FEW


def tell_outlook(ledger: Ledger, judged: Judged) -> tuple[Piece, ...]:
    """A sentence; () where there is no trend."""
    trend = judged.standing.trend
    if trend is None or trend.refused is not NoTrend.NONE or not trend.outlook:
        return ()
    pieces = [*_tell_middle(ledger, judged, trend, trend.outlook[-1]), *_tell_pace(ledger, judged, trend)]
    if trend.chance is not None:
        chance = ledger.fact_of_standing(judged, "chance", trend.chance * POINTS, "%", 0)
        pieces += [Piece("，如期实现的可能约"), ledger.bind(chance)]
    return (Piece("照以往走势"), *pieces, Piece("。")) if pieces else ()


def _tell_middle(ledger: Ledger, judged: Judged, trend: Trend, due: Outlook) -> list[Piece]:
    """Not of an index: its figures mean nothing without the base they count from."""
    if trend.is_index:
        return []
    told = [
        ledger.bind(ledger.fact_of_standing(judged, which, amount, trend.unit, _count_places(amount)))
        for which, amount in (("outlook", due.middle), ("outlook_low", due.low80), ("outlook_high", due.high80))
    ]
    word = "累计约为" if trend.is_sum else "约为"
    return [
        Piece(f"，{due.year}年{word}"),
        told[0],
        Piece("，八成把握在"),
        told[1],
        Piece("至"),
        told[2],
        Piece("之间"),
    ]


def _tell_pace(ledger: Ledger, judged: Judged, trend: Trend) -> list[Piece]:
    if trend.is_kept or trend.needed is None or trend.recent is None:
        return []
    if trend.needed_pct is not None and trend.recent_pct is not None:
        pair, unit, places = (trend.needed_pct, trend.recent_pct), "%", 1
        words = ("，此后年均须变化", "，近几年年均变化")
    elif trend.is_index:
        return []
    else:
        pair, places = (trend.needed, trend.recent), max(_count_places(trend.needed), _count_places(trend.recent))
        unit = trend.unit if trend.is_sum or trend.unit not in ("%", "％") else "个百分点"
        words = ("，此后每年须完成", "，近几年每年完成") if trend.is_sum else ("，此后每年须变化", "，近几年每年变化")
    needed = ledger.fact_of_standing(judged, "needed", pair[0], unit, places)
    recent = ledger.fact_of_standing(judged, "recent", pair[1], unit, places)
    return [Piece(words[0]), ledger.bind(needed), Piece(words[1]), ledger.bind(recent)]


def _count_places(amount: Decimal) -> int:
    """Places of a foretold figure: four digits that count are more than it knows."""
    return max(0, min(3, 3 - amount.adjusted())) if amount != 0 else 0
