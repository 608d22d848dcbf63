"""The codes of check: one for each rule, with what it says and what to do.

In: the rules. Out: the table of codes beginning with C. Left out on purpose:
severity, which is given where a finding is made.
"""

from lantu.check.registry import RULES
from lantu.core.diagnostic import Code

UNCHECKED = Code(
    "C001",
    "document without a word to check",
    "The document could not be read, so nothing in it was checked.",
    "Open the file: it may be empty, scanned or in another format than its name says.",
)

CODES: tuple[Code, ...] = (UNCHECKED, *(Code(rule.code, rule.title, rule.why, rule.todo) for rule in RULES))
