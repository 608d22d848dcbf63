"""Radicals that PDF programs write for the characters they look like ("⽂" for 文, "⻓" for 长).

In: nothing. Out: a table for `str.translate`, one character for one.
Left out on purpose: radicals that are no character by themselves.
"""

import unicodedata

_SUPPLEMENT = {
    "⺁": "厂", "⺌": "小", "⺎": "兀", "⺏": "尣", "⺐": "尢", "⺒": "巳", "⺓": "幺", "⺛": "旡", "⺝": "月", "⺟": "母",
    "⺠": "民", "⺫": "目", "⺬": "示", "⺮": "竹", "⺲": "罒", "⺳": "网", "⺶": "羊", "⺷": "羊", "⺹": "老", "⺼": "肉",
    "⻁": "虎", "⻂": "衣", "⻄": "西", "⻅": "见", "⻆": "角", "⻇": "角", "⻉": "贝", "⻋": "车", "⻌": "辶", "⻑": "長",
    "⻒": "镸", "⻓": "长", "⻔": "门", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马",
    "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻫": "斉", "⻬": "齐",
    "⻭": "歯", "⻮": "齿", "⻯": "竜", "⻰": "龙", "⻱": "龜", "⻲": "亀", "⻳": "龟",
}  # fmt: skip
_SIMPLIFIED = {"⼾": "户"}
"""Where the standard's own mapping gives the traditional form of a character that simplified texts have in another."""

RADICALS: dict[int, str] = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **{ord(radical): character for radical, character in (*_SUPPLEMENT.items(), *_SIMPLIFIED.items())},
}
