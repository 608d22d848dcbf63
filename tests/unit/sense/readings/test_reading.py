"""Flags are words in one order."""

from datetime import UTC, datetime

from lantu.sense.codes import CODES
from lantu.sense.readings.chunk import SAID
from lantu.sense.readings.reading import FLAGS, Block, join_flags, leave_out

AT = datetime(2024, 1, 1, tzinfo=UTC)


def test_flags_have_codes_and_words() -> None:
    assert set(FLAGS.values()) <= {code.code for code in CODES}
    assert set(SAID) == set(FLAGS)


def test_flags_are_joined_in_one_order() -> None:
    assert join_flags({"stuck", "negative"}) == join_flags({"negative", "stuck"}) == "negative stuck"
    assert join_flags(set()) == ""


def test_flagged_readings_can_be_left_out() -> None:
    block = Block(
        (1, 2), ("a", "b"), ("q", "q"), ("", ""), (AT, AT), (1.0, 2.0), ("", ""), ("k", "k"), ("", "repeated")
    )
    assert leave_out(block, "repeated").series == ("a",)
    assert leave_out(block, "stuck") is block
