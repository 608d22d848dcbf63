"""The panel says each method's figures, word and margin, or why it does not apply."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from lantu.core.method import Component, Method, Opinion, Refusal
from lantu.core.standing import Class, Standing
from lantu.core.target import Form
from lantu.show.panel import METHOD_CLASSES, METHODS, REFUSALS, show_panel

FIGURES = {
    Method.LINEAR: ("behind", "0.375", "0.4"),
    Method.STATCAN: ("moderate", "0.9495"),
    Method.UNSD: ("3", "0.9522"),
    Method.ESCAP: ("maintain", "3.75", "6.25"),
}
NAMES = {
    Method.LINEAR: ("done", "elapsed"),
    Method.STATCAN: ("ratio",),
    Method.UNSD: ("ratio",),
    Method.ESCAP: ("current", "gap"),
}


def opine(method: Method, margin: str) -> Opinion:
    word, *amounts = FIGURES[method]
    components = tuple(Component(name, Decimal(a)) for name, a in zip(NAMES[method], amounts, strict=True))
    is_enough = word in ("3", "maintain")
    return Opinion(method, klass=word, is_enough=is_enough, components=components, margin=Decimal(margin))


PANEL = (
    opine(Method.LINEAR, "0.025"),
    opine(Method.STATCAN, "0.0005"),
    opine(Method.UNSD, "0.0022"),
    opine(Method.ESCAP, "3.75"),
)
STANDING = Standing("a#b", date(2027, 12, 31), Class.ON_COURSE, Form.LEVEL, panel=PANEL)


def test_each_method_in_its_own_measure() -> None:
    panel = show_panel(STANDING)
    assert panel is not None
    assert panel.is_disputed
    assert [(row.figures, row.word, row.margin) for row in panel.rows] == [
        ("路走了37.5%，时间过了40.0%", "慢于时间", "2.5个百分点"),
        ("实际增速是要求增速的0.9495倍", "尚可，须加快", "0.0005"),
        ("照此增速到期走完95.2%", "可望达到", "0.2个百分点"),
        ("现状3.75（满分10），到期尚差6.3%", "保持即可", "3.8个百分点"),
    ]


def test_a_refusal_says_why_and_nothing_else() -> None:
    refused = Opinion(Method.STATCAN, refused=Refusal.ZERO_BASE)
    panel = show_panel(replace(STANDING, panel=(refused,)))
    assert panel is not None
    (row,) = panel.rows
    assert (row.figures, row.word, row.margin, row.refusal) == ("", "", "", "基期为零，算不出增速")
    assert not panel.is_disputed


def test_a_word_that_needs_no_figure() -> None:
    panel = show_panel(replace(STANDING, panel=(Opinion(Method.UNSD, klass="3", is_enough=True),)))
    assert panel is not None
    assert (panel.rows[0].figures, panel.rows[0].word, panel.rows[0].margin) == ("", "可望达到", "")


def test_nothing_judged_shows_nothing() -> None:
    assert show_panel(None) is None
    assert show_panel(replace(STANDING, panel=())) is None
    assert show_panel(replace(STANDING, klass=Class.CANNOT_SAY)) is None


def test_every_method_and_refusal_has_a_word() -> None:
    assert set(METHODS) == set(Method)
    assert set(Refusal) - set(REFUSALS) == {Refusal.NONE}
    assert "achieved" in METHOD_CLASSES
