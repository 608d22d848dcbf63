"""Charts of a report: which indicators get one, and how it is drawn.

In: material; a chart. Out: charts with bound captions; a picture as PNG or SVG. One line, the path
to the target beside it, labels at the ends, no frame. Left out on purpose: colour that means nothing.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from itertools import islice

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure as Sheet
from matplotlib.font_manager import get_font_names
from matplotlib.ticker import MaxNLocator

from lantu.core.absence import Absence
from lantu.core.observation import Status
from lantu.core.report import Chart, Dot, Piece
from lantu.core.standing import Class
from lantu.core.target import Form
from lantu.core.value import Value
from lantu.run.report_material import Judged, Material
from lantu.show.numbers import write_amount, write_period
from lantu.show.reports.ledger import Ledger, write_promise

FONTS = ["Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei", "DejaVu Sans"]
INK, BLUE, GREY, RULE = "#14213D", "#1F4E9E", "#5F6A80", "#D9D9D0"
MOST, FEWEST = 4, 3
"""Charts a report has at most; values a line needs at least."""
SIZE = (6.1, 2.5)
"""Inches; the width of the text on A4 is 156 mm."""


def pick_charts(ledger: Ledger, material: Material) -> list[Chart]:
    """Charts of the targets that need most attention and have a line to show."""
    order = {Class.MISSED: 0, Class.BEHIND: 1, Class.ON_COURSE: 2, Class.AHEAD: 3, Class.MET: 4}
    ways = [j for j in material.judged if j.target.form is Form.LEVEL and j.standing.klass in order]
    ways.sort(key=lambda j: (order[j.standing.klass], not j.target.is_binding))
    drawn = list(islice((j for j in ways if len(_list_values(j, material)) >= FEWEST), MOST))
    return [_build_chart(ledger, material, judged, number) for number, judged in enumerate(drawn, start=1)]


def _list_values(judged: Judged, material: Material) -> list[Value]:
    series = material.series.get((judged.target.indicator_code, judged.target.place_code), ())
    return [v for v in series if v.period.is_full_year and not isinstance(v.quantity, Absence)]


def _build_chart(ledger: Ledger, material: Material, judged: Judged, number: int) -> Chart:
    target, values = judged.target, _list_values(judged, material)
    last = values[-1]
    caption = [Piece(f"图{number} {target.name}（{write_period(last.period)}"), ledger.bind(ledger.fact_of_value(last))]
    wanted = ledger.fact_of_plan(judged, "target")
    if wanted is not None:
        caption += [Piece(f"，{target.due_year}年目标"), ledger.bind(wanted), Piece(write_promise(judged.entry))]
    unit = "" if isinstance(last.quantity, Absence) else last.quantity.unit.symbol
    return Chart((*caption, Piece("）")), target.name, unit, tuple(_list_dots(values)), tuple(_list_path(judged, unit)))


def _list_dots(values: list[Value]) -> Iterator[Dot]:
    for value in values:
        if not isinstance(value.quantity, Absence):
            yield Dot(Decimal(value.period.year), value.quantity.amount, value.status is Status.PRELIMINARY)


def _list_path(judged: Judged, unit: str) -> Iterator[Dot]:
    base, wanted = judged.target.base, judged.target.value
    if isinstance(base.quantity, Absence) or isinstance(wanted, Absence):
        return
    if base.quantity.unit.symbol == unit == wanted.unit.symbol:
        yield Dot(Decimal(base.year), base.quantity.amount)
        yield Dot(Decimal(judged.target.due_year), wanted.amount)


@lru_cache(maxsize=1)
def list_fonts() -> list[str]:
    """The typefaces of FONTS that this machine has; matplotlib complains of every other."""
    known = set(get_font_names())
    return [name for name in FONTS if name in known]


def draw_chart(chart: Chart, form: str = "png") -> bytes:
    """The picture."""
    with rc_context({"font.family": list_fonts(), "axes.unicode_minus": False, "svg.hashsalt": chart.name}):
        sheet = Sheet(figsize=SIZE, layout="constrained")
        axes = sheet.subplots()
        _draw_lines(axes, chart)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.spines["bottom"].set_color(GREY)
        axes.grid(axis="y", color=RULE, linewidth=0.6)
        axes.tick_params(length=0, colors=GREY, labelsize=8)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=12))
        axes.set_title(f"{chart.name}（{chart.unit}）" if chart.unit else chart.name, loc="left", fontsize=9, color=INK)
        axes.margins(x=0.06, y=0.2)
        made = BytesIO()
        if form == "svg":
            FigureCanvasSVG(sheet).print_svg(made, metadata={"Date": None, "Creator": None})
        else:
            sheet.set_dpi(200)
            FigureCanvasAgg(sheet).print_png(made, metadata={"Software": None})
    return made.getvalue()


def _draw_lines(axes: object, chart: Chart) -> None:
    at, amounts = [float(d.at) for d in chart.dots], [float(d.amount) for d in chart.dots]
    if chart.path:
        way = [float(d.at) for d in chart.path], [float(d.amount) for d in chart.path]
        axes.plot(*way, color=GREY, linewidth=1, linestyle=(0, (4, 3)))  # type: ignore[attr-defined]
        axes.plot(way[0][-1:], way[1][-1:], "D", color=GREY, markersize=4)  # type: ignore[attr-defined]
        _label(axes, chart.path[-1], f"目标{write_amount(chart.path[-1].amount)}", GREY)
    axes.plot(at, amounts, color=BLUE, linewidth=1.6)  # type: ignore[attr-defined]
    for dot in chart.dots:
        fill = "white" if dot.is_preliminary else BLUE
        axes.plot([float(dot.at)], [float(dot.amount)], "o", color=BLUE, markerfacecolor=fill, markersize=4)  # type: ignore[attr-defined]
    _label(axes, chart.dots[-1], write_amount(chart.dots[-1].amount), INK)


def _label(axes: object, dot: Dot, text: str, colour: str) -> None:
    axes.annotate(  # type: ignore[attr-defined]
        text,
        (float(dot.at), float(dot.amount)),
        (0, 6),
        textcoords="offset points",
        ha="center",
        fontsize=8,
        color=colour,
    )
