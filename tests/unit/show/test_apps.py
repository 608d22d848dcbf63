"""The press is imported when it is first used."""

from lantu.show.apps import LatePress
from lantu.show.reports.press import OfficialPress


def test_the_late_press_is_the_official_one() -> None:
    assert LatePress().compose.__func__ is OfficialPress.compose
