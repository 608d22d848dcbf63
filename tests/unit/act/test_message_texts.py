"""The table of words: both languages name the same facts."""

from string import Formatter

import pytest

from lantu.act.message_texts import STAGES, TEXTS, write_days, write_stage


def facts_of(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("kind", TEXTS)
def test_both_languages_name_the_same_facts(kind: str) -> None:
    words = TEXTS[kind]
    assert facts_of(words.title, words.text) == facts_of(words.title_en, words.text_en)


def test_days_and_levels_in_words() -> None:
    assert write_days(3, is_late=False, is_english=False) == "还有3个工作日"
    assert write_days(-1, is_late=True, is_english=True) == "overdue by 1 working day"
    assert [write_stage(name, is_english=False) for name in STAGES][1:5] == ["快到期", "催办", "通报", "约谈"]
