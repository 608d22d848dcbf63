"""The manual's page on the rules of the checker is what the rules say.

In: the rules. Out: pass or fail; with --rewrite the page is written anew.
Left out on purpose: whether a rule does what it says; its own test proves that.
"""

from pathlib import Path

from lantu.check.manual import write_manual
from lantu.check.registry import RULES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "manual" / "check-rules.md"


def test_the_page_is_made_from_the_rules(is_rewriting: bool) -> None:
    page = write_manual(RULES)
    if is_rewriting:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page
