"""What passes are handed: a shadow that keeps the text's offsets, and spans cut from the text itself."""

import pytest

from lantu.core.entry import DocumentFacts
from lantu.read.context import Context

FACTS = DocumentFacts("a.txt", "abc", 4, "规划", "outline")


def test_a_span_quotes_the_text_and_not_the_shadow() -> None:
    span = Context("９０％。", "90%.", FACTS).span(0, 3)
    assert (span.quote, span.document) == ("９０％", "abc")


def test_a_shadow_of_another_length_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="as long as"):
        Context("９０％", "90", FACTS)
