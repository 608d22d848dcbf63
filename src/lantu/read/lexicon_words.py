"""Word lists as regular-expression sources.

In: words parted by blanks. Out: one alternation, longest word first, so that
a longer word is never hidden by its beginning.
Left out on purpose: escaping; the lists may hold small patterns of their own.
"""


def alternate(words: str) -> str:
    """ "城际 城际铁路" as "城际铁路|城际"."""
    return "|".join(sorted(set(words.split()), key=lambda word: (-len(word), word)))
