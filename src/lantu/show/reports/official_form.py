"""The layout of official documents, in millimetres, points and typefaces.

In: nothing. Out: figures that both printers share.
Source: GB/T 9704-2012 党政机关公文格式, clauses 5.1–5.3 and 7: A4, margins 37 mm above and 28 mm at the
binding side, text area 156 mm by 225 mm, 22 lines of 28 characters in size 3 (16 pt) 仿宋, title in size 2
(22 pt) 小标宋, headings 黑体 and 楷体, page number in size 4 (14 pt) between dashes.
"""

from decimal import Decimal

PAGE_MM = (210, 297)
MARGINS_MM = {"top": 37, "bottom": 35, "left": 28, "right": 26}
TEXT_MM = (156, 225)
LINES, CHARACTERS = 22, 28

TITLE_PT, BODY_PT, TABLE_PT, CAPTION_PT, PAGE_NUMBER_PT = 22, 16, 9, 12, 14

SONG_TITLE = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", "SimSun")
FANG_SONG = ("仿宋_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC")
HEI = ("黑体", "SimHei", "Noto Sans CJK SC")
KAI = ("楷体_GB2312", "KaiTi", "STKaiti", "Noto Serif CJK SC")
SONG = ("宋体", "SimSun", "Noto Serif CJK SC")
LATIN = "Times New Roman"
"""The first of each is the one the standard names; the others are what machines have instead."""

TWIPS_A_MM = Decimal(1440) / Decimal("25.4")
LINE_TWIPS = int(TEXT_MM[1] * TWIPS_A_MM / LINES)
"""Distance of lines: 225 mm over 22 lines."""
CHARACTER_TWIPS = -5
"""Added to each character, so that 28 of 16 pt fit into 156 mm (15.79 pt each); a character grid says the same in
Word, but LibreOffice gives two cells of it to a character that is wider than one."""
CELL_MM = 1
"""Between a cell's rule and its text."""

WAITING = "（此段待撰写：{prompt}）"
CHANGED = "【待核：此段引用的数字在撰写后有变化】"
"""Marks that must not go out unnoticed."""


def write_foot(title: str) -> str:
    """What stands under a report made by the program."""
    return f"{title}由蓝图按登记数据生成；正文和表中的数字均与登记值绑定，改动后可用 lantu report verify 核对。"
