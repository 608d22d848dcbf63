"""Every rule has its English, and no entry is left of a rule that is gone."""

import re

from lantu.check.english import ENGLISH
from lantu.check.registry import RULES


def test_each_rule_is_told_in_english() -> None:
    assert set(ENGLISH) == {rule.code for rule in RULES}
    assert not [words for told in ENGLISH.values() for words in told if not words or re.search("[一-鿿]", words)]
