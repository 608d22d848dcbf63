"""What only neighbours show, from one block to the next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lantu.sense.readings.following import Memory, flag_following, set_flags
from lantu.sense.readings.reading import Block, Limit, SensorRules

START = datetime(2024, 1, 1, tzinfo=UTC)
RULES = SensorRules({"q": Limit(0, 1e9, 1000)}, {"q": 4})


def block(values: list[float], first: int = 0, step: int = 1) -> Block:
    n = len(values)
    instants = tuple(START + timedelta(hours=first + step * i) for i in range(n))
    return Block(tuple(range(n)), ("p/q/s",) * n, ("q",) * n, ("",) * n, instants, tuple(values), ("",) * n, ("k",) * n, ("",) * n)  # fmt: skip


def test_a_run_is_flagged_whole_and_a_shorter_one_not() -> None:
    flags, earlier = flag_following(block([1, 7, 7, 7, 7, 7, 2, 2, 2]), RULES, Memory())
    assert flags == [set(), *[{"stuck"}] * 5, set(), set(), set()]
    assert earlier == []


def test_a_run_over_two_blocks_reaches_back() -> None:
    memory = Memory()
    first, _ = flag_following(block([1, 7, 7]), RULES, memory)
    flags, earlier = flag_following(block([7, 7, 3], first=3), RULES, memory)
    assert first == [set()] * 3
    assert flags == [{"stuck"}, {"stuck"}, set()]
    assert [(part.instants[0], part.flags) for part in earlier] == [
        (START + timedelta(hours=hour), ("stuck",)) for hour in (1, 2)
    ]


def test_the_same_figure_after_a_gap_is_no_run() -> None:
    flags, _ = flag_following(block([7, 7, 7, 7], step=2), RULES, Memory())
    assert flags == [set()] * 4


@pytest.mark.parametrize(("value", "is_mixed"), [(40_000, True), (0.04, True), (400, False), (4, False), (0, False)])
def test_a_figure_far_from_the_median_is_another_unit(value: float, is_mixed: bool) -> None:
    memory = Memory()
    memory.seed("p/q/s", [35.0, 45.0] * 12)
    flags, _ = flag_following(block([value]), RULES, memory)
    assert flags == [{"unit"} if is_mixed else set()]


def test_without_history_nothing_is_compared() -> None:
    memory = Memory()
    memory.seed("p/q/s", [40.0] * 23)
    assert flag_following(block([40_000]), RULES, memory)[0] == [set()]


def test_doubles_and_contradictions() -> None:
    memory = Memory()
    flag_following(block([5]), RULES, memory)
    assert flag_following(block([5]), RULES, memory)[0] == [{"repeated"}]
    assert flag_following(block([6]), RULES, memory)[0] == [{"contradicts"}]


def test_gaps_are_counted() -> None:
    memory = Memory()
    flag_following(block([1, 2], step=5), RULES, memory)
    assert memory.gaps() == {"p/q/s": 4}


def test_a_clock_that_is_ahead_leaves_no_gap() -> None:
    memory = Memory()
    ahead = set_flags(block([1, 2, 3], step=9000), [set(), {"future"}, set()])
    flag_following(set_flags(block([1, 2]), [set(), set()]), RULES, memory)
    flag_following(
        replace(ahead, instants=(START + timedelta(hours=2), ahead.instants[1], START + timedelta(hours=3))),
        RULES,
        memory,
    )
    assert memory.gaps() == {}


def test_words_are_added_to_those_there() -> None:
    flagged = set_flags(block([1, 2]), [{"stuck"}, set()])
    assert set_flags(flagged, [{"negative"}, set()]).flags == ("negative stuck", "")
