"""Verbs that promise to hold a line, with all goals of their list."""

import pytest

from lantu.check.guarantee import is_guaranteed


@pytest.mark.parametrize(
    ("words", "is_held"),
    [
        ("确保优良率达到", True),
        ("力保浓度低于32、优良率达到", True),
        ("确保浓度低于32，优良率达到", True),
        ("保持水质比例在85%以上和优良率达到", True),
        ("优良率达到", False),
        ("确保浓度低于32，力争优良率达到", False),
        ("确保完成任务，优良率达到", False),
        ("确保浓度低于32。优良率达到", False),
        ("确保浓度低于32；优良率达到", False),
    ],
)
def test_a_guarantee_reaches_to_the_end_of_its_list(words: str, is_held: bool) -> None:
    assert is_guaranteed(f"全年{words}88%。", 2 + len(words)) is is_held
