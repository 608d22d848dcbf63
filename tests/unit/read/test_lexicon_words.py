"""Word lists become alternations that prefer the longer word."""

import re

from lantu.read.lexicon_words import alternate


def test_longer_words_come_first() -> None:
    assert alternate("桥 大桥 桥") == "大桥|桥"


def test_a_longer_word_is_not_hidden_by_its_beginning() -> None:
    match = re.match(alternate("城际 城际铁路"), "城际铁路二期")
    assert match is not None
    assert match.group() == "城际铁路"
