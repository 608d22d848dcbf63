"""What a file must have before a row is read."""

from lantu.sense.readings.layout import Figure, Layout, check_layout, find_plain_columns


def test_each_thing_that_is_missing_is_named() -> None:
    said = check_layout(Layout("air"), "x.csv")
    assert [d.code for d in said] == ["S003"] * 3
    assert [w for d, w in zip(said, ("station", "date", "quantity"), strict=True) if w in d.message] == [
        "station",
        "date",
        "quantity",
    ]


def test_a_wide_and_a_long_file_are_complete() -> None:
    wide = Layout("air", station=0, time=1, figures=(Figure("pm25", "μg/m3", 2),))
    long = Layout("air", place=0, date=1, quantity=2, value=3)
    assert check_layout(wide, "x") == check_layout(long, "x") == []
    assert long.is_long
    assert not wide.is_long


def test_columns_that_do_not_depend_on_the_pack() -> None:
    assert find_plain_columns(["站点", "监测项目", "浓度", "单位"]) == {"quantity": 1, "value": 2, "unit": 3}
