"""What the notes under a table take back: figures of two years that do not compare.

In: notes and the name of a row. Out: whether a note speaks of the row, and whether it sets
its levels aside. Left out on purpose: prices, which the growth rules know.
"""

import re
from collections.abc import Iterable

_NOT_COMPARABLE = re.compile(r"不具可比|不可比|不可直接比较|口径(?:调整|变化)|制度改变")


def is_set_aside(notes: Iterable[str], name: str) -> bool:
    """Whether a note says that the levels of this row are not comparable."""
    return any(_NOT_COMPARABLE.search(note) and speaks_of(note, name) for note in notes)


def speaks_of(note: str, name: str) -> bool:
    """Whether a note names the indicator, or a good part of its name."""
    pairs = [name[at : at + 2] for at in range(len(name) - 1)]
    return name[-2:] in note or sum(pair in note for pair in pairs) * 3 >= max(1, len(pairs))
