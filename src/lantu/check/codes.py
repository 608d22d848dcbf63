"""The diagnostics of check, each with what to do.

In: nothing. Out: the table of codes beginning with C. Left out on purpose:
severity, which is given where a diagnostic is made.
"""

from lantu.core.diagnostic import Code

CODES: tuple[Code, ...] = ()
