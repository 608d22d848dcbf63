"""What a measuring from the lake did, told in lines."""

import pytest
import typer


def test_lines() -> None:
    from lantu.cli.measuring_lake import describe_report
    from lantu.run.measuring_lake import LakeReport, PackReport

    packs = (PackReport("air", 3, 1_234, 5, 6, True, 700), PackReport("water", 2, 10, 0, 0, False, 4))
    assert describe_report(LakeReport(packs, 8, 1, ())) == [
        "air: 1,234 readings of 3 stations, 5 flagged, 6 of stations without a place; all 700 cells computed",
        "water: 10 readings of 2 stations, 0 flagged; 4 cells changed",
        "8 values are new or changed, 1 standings changed.",
    ]


@pytest.mark.parametrize("wanted", ["nothing", "air.nothing", "economy"])
def test_what_is_not_computed_is_refused_with_what_is(wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    from lantu.cli.measuring_lake import measure_registry

    with pytest.raises(typer.Exit) as stop:
        measure_registry(wanted, full=False)
    assert stop.value.exit_code == 2
    assert "air (" in capsys.readouterr().err
