"""A press is lent when Django starts, and the last one lent is in use."""

import pytest

from lantu.run import presses


def test_show_lends_its_press() -> None:
    assert callable(presses.find_press().compose)


def test_the_last_press_is_used_and_none_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presses, "_LENT", [])
    with pytest.raises(LookupError, match="Django"):
        presses.find_press()
    mine = object()
    presses.lend_press(mine)  # type: ignore[arg-type]
    assert presses.find_press() is mine
