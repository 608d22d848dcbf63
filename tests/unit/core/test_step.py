"""Steps say where they read and what their cells are called; rules know their day."""

from datetime import date

from lantu.core.step import By, Dated, Held, Over, Step

RULE = Dated(
    "limit", (Held("old", date(2012, 1, 1), date(2019, 12, 31), {"": 1}), Held("new", date(2021, 1, 1), None, {"a": 2}))
)


def test_a_rule_is_picked_by_day_and_item() -> None:
    old, new = RULE.pick(date(2019, 12, 31)), RULE.pick(date(2021, 1, 1))
    assert old is not None
    assert new is not None
    assert (old.find("a"), new.find("a"), new.find("b")) == (1, 2, None)
    assert RULE.pick(date(2020, 6, 1)) is None


def test_a_step_knows_its_table_and_items() -> None:
    step = Step("air", "aqi", ("iaqi",), ("so2", "co"), Over.ITEMS, By.MAX, "day", 1, into="aqi", rules={"whole": RULE})
    assert (step.table, step.cell_items, step.is_from_lake) == ("measure_air__aqi", ("aqi",), False)
    assert step.rule("whole") is RULE
    assert step.rule("least") is None
    assert Step("air", "d", ("observations",), ("so2",), Over.TIME, By.MEAN, "day", 1).is_from_lake
