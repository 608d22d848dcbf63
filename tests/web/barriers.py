"""What keeps people from using a page, as far as axe can find it.

In: a page of a browser and axe's script. Out: a line for each barrier. Left out on purpose: what only a person can judge.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
REPEATED = ("tbody > tr:nth-child(n + 13)", "ul > li:nth-child(n + 25)", "#text > :nth-child(n + 40)")
"""Rows, items and paragraphs that are like those before them: most of the time axe takes, and nothing new to find."""
LEAVE = "left => document.querySelectorAll(left).forEach(one => one.remove())"
ASK = """tags => axe.run(
    document,
    // Only what is broken is written out, and no style sheet is fetched again: half the time and the same answer.
    { runOnly: tags, resultTypes: ["violations"], preload: false },
).then(result => result.violations.flatMap(
    rule => rule.nodes.slice(0, 3).map(node => `${rule.id}: ${node.target} ${node.failureSummary ?? ""}`)))"""


def find_barriers(page: "Page", axe: str, *, leaves_repetitions: bool = False) -> list[str]:
    """What axe finds; `make test` leaves repetitions out, which takes them off the page, `make walk` looks at everything."""
    if leaves_repetitions:
        page.evaluate(LEAVE, ", ".join(REPEATED))
    page.evaluate(axe)
    found: list[str] = page.evaluate(ASK, list(TAGS))
    return found
