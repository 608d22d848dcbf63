"""What the notes under a table take back."""

from lantu.check.remarks import is_set_aside, speaks_of

NOTES = ("数据来自统计部门。", "固定资产投资因统计制度改变，总量不具可比性。")


def test_a_note_sets_aside_the_row_it_speaks_of() -> None:
    assert is_set_aside(NOTES, "固定资产投资")
    assert not is_set_aside(NOTES, "发明专利授权量")
    assert not is_set_aside(NOTES[:1], "固定资产投资")


def test_part_of_a_name_is_enough() -> None:
    assert speaks_of("投资总量不可比", "固定资产投资")
    assert not speaks_of("寿命数据为初步数", "固定资产投资")
