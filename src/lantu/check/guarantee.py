"""Verbs that promise to hold a line: 确保, 力保, 保持 and the like, with all goals of their list.

In: a text and the place of a goal's figure. Out: whether such a verb governs it. Left out on
purpose: bounds such as 以内 and 不低于, which the reader has put into the comparator.
"""

import re

REACH = 160
"""Characters before a figure within which its verb stands."""
_SENTENCE = re.compile(r"[。；;！？!?\n]")
_VERB = re.compile(r"确保|力保|保证|保持|守住|守牢|稳定在")
_OTHER_VERB = re.compile(
    r"^(?:力争|争取|努力|预期|预计|计划|推动|推进|实施|开展|加强|加快|实现|完成|新增|新建|建成|创建|提高|提升|增加|降低)"
)
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千万]成")


def is_guaranteed(text: str, at: int) -> bool:
    """Whether a verb of guarantee governs the figure at `at`.

    A list goes on over 、 and 和, and over a comma as long as each part has a figure and none begins with a verb
    of its own.
    """
    begin = max(0, at - REACH)
    sentence = _SENTENCE.split(text[begin:at])[-1]
    verbs = list(_VERB.finditer(sentence))
    if not verbs:
        return False
    first, *rest = re.split(r"[,，]", sentence[verbs[-1].end() :])
    parts = [first, *rest]
    return all(_FIGURE.search(part) for part in parts[:-1]) and not any(_OTHER_VERB.match(part) for part in rest)
