"""The diagnostics of measure.

In: nothing. Out: the table of codes beginning with M: none so far. Left out on
purpose: remarks on definitions, which `packs` makes before anything is measured.
"""

from lantu.core.diagnostic import Code

CODES: tuple[Code, ...] = ()
