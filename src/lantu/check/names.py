"""What an indicator's name says: its stem, its scopes, and whether it is a growth.

In: a name as a document writes it. Out: a key under which the same indicator is
found again, and how two keys go together. Left out on purpose: definitions of
packs, which `match` knows; a key needs no catalogue.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from lantu.check.words import SCOPES, drop_whole_place, list_scopes, spell_out
from lantu.core.catalogue import fold_name
from lantu.core.finding import Relation

_GROWTH = re.compile(r"(?:年均|平均)?(?:增长率|增长速度|增速|增幅|增长)$")
_LEAD = re.compile(r"^(?:实现|累计|力争|确保|新增的|全省|我省)+")
_WHOLE = frozenset({"全市", "全区", "全县", "全域"})
_SCOPE_WORDS = re.compile(
    "|".join(sorted((re.escape(word) for _, words in SCOPES for word in words), key=len, reverse=True))
)
_BRACKETED = re.compile(r"\([^()]*(?:常住|户籍|登记|调查)[^()]*\)$")
_ALONE = re.compile(r"^\(?(?:收入比|收入差距)\)?$")
_LOOSE = frozenset({"area", "date"})
"""Groups in which a name without the word may mean the one with it."""


@dataclass(frozen=True, slots=True)
class Key:
    """Under what a name is found again.

    Attributes:
        stem: The name in the common spelling without scopes.
        scopes: Words that narrow it.
        is_growth: Whether the name itself speaks of growth.
        is_confirmed: Whether people said what it is the same as.
    """

    stem: str
    scopes: frozenset[str]
    is_growth: bool = False
    is_confirmed: bool = False


@lru_cache(maxsize=1 << 14)
def key_of(name: str, places: tuple[str, ...] = ()) -> Key:
    """The key of a name.

    Args:
        name: As written.
        places: Names of the document's own place, which say nothing more at the head.
    """
    folded = _LEAD.sub("", drop_places(fold_name(name), places))
    folded = drop_whole_place(_LEAD.sub("", folded))
    is_growth = bool(_GROWTH.search(folded)) and not _GROWTH.fullmatch(folded)
    if _ALONE.match(folded):
        folded = f"城乡{folded}"
    spelled = spell_out(folded)
    if is_growth:
        spelled = _GROWTH.sub("", spelled)
    scopes = (list_scopes(folded) | list_scopes(spelled)) - _WHOLE
    bare = _BRACKETED.sub("", folded)
    if bare != folded:
        spelled = spell_out(bare if not is_growth else _GROWTH.sub("", bare))
    stem = _SCOPE_WORDS.sub("", spelled)
    return Key(stem or spelled, scopes, is_growth)


def drop_places(folded: str, places: tuple[str, ...]) -> str:
    """A folded name without the document's own place before it, where something is left."""
    for place in places:
        rest = folded.removeprefix(place)
        if rest != folded and len(rest) >= 2:
            return rest
    return folded


def relate_scopes(a: frozenset[str], b: frozenset[str]) -> tuple[Relation, str]:
    """Whether two sets of scopes may be compared, and if not, why."""
    for group, words in SCOPES:
        mine, yours = a & frozenset(words), b & frozenset(words)
        if mine == yours or (group in _LOOSE and not (mine and yours)):
            continue
        if group == "area" and {*mine, *yours} <= {"设区城市", "市区", "城区", "中心城区"}:
            continue
        return Relation.SCOPE_DIFFERS, f"口径不同：{_say(mine)}与{_say(yours)}"
    return Relation.SAME, "名称与口径一致"


def _say(words: frozenset[str]) -> str:
    return "、".join(sorted(words)) or "未注明口径"
