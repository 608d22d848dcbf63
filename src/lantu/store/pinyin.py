"""How Chinese is typed on a keyboard without Chinese: initials and syllables.

In: a name. Out: 地区生产总值 as dqsczz and diqushengchanzongzhi. Readings of words with several come from the words around
them (重点 zd, 重庆 cq). Left out on purpose: tones, and names in other scripts, which stay as they are.
"""

from functools import cache, lru_cache
from typing import Any

OWN = {"长三角": [["chang"], ["san"], ["jiao"]], "长株潭": [["chang"], ["zhu"], ["tan"]]}
"""Names that plans use and the library reads otherwise."""
OTHER = "\0"
"""Marks what is no Chinese, and counts with all its letters."""


@cache
def _open_dictionary() -> Any:
    """The library with our own names; it takes a third of a second, so that whoever writes no names does without."""
    import pypinyin

    pypinyin.load_phrases_dict(OWN)
    return pypinyin


@lru_cache(maxsize=20_000)
def write_pinyin(name: str) -> tuple[str, str]:
    """Initials and syllables of a name, small letters and digits only."""
    library = _open_dictionary()
    parts = library.lazy_pinyin(name, style=library.Style.NORMAL, errors=lambda other: OTHER + other)
    spelt = [(part.startswith(OTHER), _keep_letters(part)) for part in parts]
    initials = "".join(letters if is_other else letters[:1] for is_other, letters in spelt)
    return initials[:300], "".join(letters for _, letters in spelt)


def _keep_letters(part: str) -> str:
    return "".join(c for c in part.casefold() if c.isascii() and c.isalnum())
