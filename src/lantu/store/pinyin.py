"""How Chinese is typed on a keyboard without Chinese: initials and syllables.

In: a name. Out: 地区生产总值 as dqsczz and diqushengchanzongzhi. Readings of words with several come from the words around
them (重点 zd, 重庆 cq). Left out on purpose: tones, and names in other scripts, which stay as they are.
"""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin


@lru_cache(maxsize=20_000)
def write_pinyin(name: str) -> tuple[str, str]:
    """Initials and syllables of a name, small letters and digits only."""
    syllables = [kept for part in lazy_pinyin(name, style=Style.NORMAL) if (kept := _keep_letters(part))]
    # What is no Chinese comes through in one piece and counts with all its letters.
    initials = "".join(part[0] if _is_syllable(part) else part for part in syllables)
    return initials[:300], "".join(syllables)


def _keep_letters(part: str) -> str:
    return "".join(c for c in part.casefold() if c.isascii() and c.isalnum())


def _is_syllable(part: str) -> bool:
    return part.isalpha() and len(part) <= 6
