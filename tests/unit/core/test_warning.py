"""Levels are ordered from blue to red."""

from lantu.core.warning import Level


def test_gravity_follows_the_colours() -> None:
    assert sorted(Level, key=lambda level: level.gravity) == [Level.BLUE, Level.YELLOW, Level.ORANGE, Level.RED]
    assert Level.RED.gravity > Level.ORANGE.gravity
