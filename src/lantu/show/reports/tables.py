"""The tables of a report: targets of a group, and where every figure was published.

In: material and the ledger. Out: tables whose figures and units are bound. Left out on
purpose: how they are drawn.
"""

from collections.abc import Sequence
from decimal import Decimal

from lantu.core.absence import Absence
from lantu.core.report import Part, Piece, Table
from lantu.core.time import CHINA_TIME
from lantu.run.report_material import Judged
from lantu.show.numbers import write_date, write_period
from lantu.show.reports.ledger import Ledger, write_promise, write_sign
from lantu.show.units import unit_word

Cell = tuple[Piece, ...]

HEAD = ("指标", "属性", "单位", "基期", "目标", "最新", "时期", "完成进度", "进展")
WIDTHS = (30, 10, 13, 12, 14, 12, 11, 11, 12)
SOURCES_HEAD = ("指标", "时期", "数值", "来源", "发布日期", "登记日期")
SOURCES_WIDTHS = (24, 11, 16, 29, 17, 17)
EMPTY: Cell = (Piece("—"),)
POINTS = Decimal(100)


def build_targets(ledger: Ledger, caption: str, judged: Sequence[Judged]) -> Table:
    """Targets of one group."""
    return Table((Piece(caption),), HEAD, tuple(_build_row(ledger, j) for j in judged), WIDTHS)


def _build_row(ledger: Ledger, judged: Judged) -> tuple[Cell, ...]:
    entry, standing = judged.entry, judged.standing
    base, wanted = ledger.fact_of_plan(judged, "base"), ledger.fact_of_plan(judged, "target")
    fact = wanted or base
    unit = (ledger.bind(fact, unit_word(entry.unit), Part.UNIT),) if fact and entry.unit else EMPTY
    done = standing.done
    way = EMPTY
    if done is not None:
        way = (ledger.bind(ledger.fact_of_standing(judged, "done", done * POINTS, "%", 1)),)
    return (
        (Piece(judged.target.name),),
        (Piece(entry.attribute or "—"),),
        unit,
        (ledger.bind_number(base),) if base is not None else EMPTY,
        _build_promise(ledger, judged),
        _build_latest(ledger, judged),
        (Piece(write_period(standing.latest.period)),) if standing.latest else EMPTY,
        way,
        (ledger.bind(ledger.fact_of_class(judged), part=Part.WORD),),
    )


def _build_promise(ledger: Ledger, judged: Judged) -> Cell:
    wanted, upper = ledger.fact_of_plan(judged, "target"), ledger.fact_of_plan(judged, "upper")
    if wanted is None:
        return (Piece((judged.entry.value_span or judged.entry.span).quote.strip()[:20] or "—"),)
    end = (Piece("至"), ledger.bind_number(upper)) if upper is not None else ()
    words = write_promise(judged.entry)
    stretch = ledger.fact_of_plan(judged, "stretch")
    further = (Piece("，力争"), ledger.bind(stretch)) if stretch is not None else ()
    return (ledger.bind_number(wanted), *end, *((Piece(words),) if words else ()), *further)


def _build_latest(ledger: Ledger, judged: Judged) -> Cell:
    """The number alone where its unit is the row's, else with its own."""
    latest = judged.standing.latest
    if latest is None or isinstance(latest.quantity, Absence):
        return (Piece("无数据"),)
    fact = ledger.fact_of_value(latest)
    piece = ledger.bind_number(fact) if fact.unit == judged.entry.unit else ledger.bind(fact)
    sign = write_sign(latest)
    return (Piece(sign), piece) if sign else (piece,)


def build_sources(ledger: Ledger, judged: Sequence[Judged]) -> Table:
    """Every measured figure of the report with its publication and the day it was registered."""
    rows: dict[str, tuple[Cell, ...]] = {}
    for item in judged:
        for value in ledger.values_of(item):
            fact = ledger.fact_of_value(value)
            if fact.address in rows:
                continue
            found = [ledger.material.observations[k] for k in value.inputs if k in ledger.material.observations]
            registered = max((row.recorded_at for row in found), default=None)
            rows[fact.address] = (
                (Piece(fact.what.rpartition(" ")[0]),),
                (Piece(write_period(value.period)),),
                (ledger.bind(fact),),
                (Piece(fact.source or "—"),),
                (Piece(write_date(value.published_on)),) if value.published_on else EMPTY,
                (Piece(write_date(registered.astimezone(CHINA_TIME).date())),) if registered else EMPTY,
            )
    return Table((Piece("附表 数据来源"),), SOURCES_HEAD, tuple(rows.values()), SOURCES_WIDTHS)
