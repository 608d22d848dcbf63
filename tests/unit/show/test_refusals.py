"""Refusals in words."""

from lantu.show.refusals import explain_refusal


def test_a_code_has_words_and_an_unknown_one_stands_for_itself() -> None:
    assert explain_refusal("same_person") == "报送的人不能审核自己的表。"
    assert explain_refusal("strange") == "strange"
