"""A standing with a panel is the same standing but for the panel."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from lantu.core.method import Method, Opinion
from lantu.core.standing import Class, Reason, Standing, with_panel
from lantu.core.target import Form
from lantu.core.trend import Trend

TREND = Trend(way="theta/1", years=5)
PANEL = (Opinion(Method.UNSD, klass="3"),)


def test_nothing_but_the_panel_differs() -> None:
    standing = Standing(
        "plan/1#e", date(2024, 1, 2), Class.BEHIND, Form.LEVEL, True, Reason.NONE, done=Decimal("0.1"),
        elapsed=Decimal("0.4"), base_version="observed", inputs=("1", "2"), note="n", method="level/1", trend=TREND,
    )  # fmt: skip
    assert with_panel(standing, PANEL) == replace(standing, panel=PANEL)
    assert with_panel(with_panel(standing, PANEL), ()) == standing
