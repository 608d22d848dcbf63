"""Units as words of the language in force.

In: the symbol a document or definition writes. Out: that symbol in Chinese, its
usual English form in English. Left out on purpose: magnitudes; 亿元 stays a
hundred million yuan, as the national yearbooks print it, so that digits match
the source.
"""

from django.utils.translation import gettext_lazy as _

UNITS = {
    "亿元": _("亿元"), "万亿元": _("万亿元"), "万元": _("万元"), "元": _("元"), "亿美元": _("亿美元"),
    "万美元": _("万美元"), "万人": _("万人"), "人": _("人"), "万人次": _("万人次"), "件": _("件"), "项": _("项"),
    "个": _("个"), "家": _("家"), "张": _("张"), "岁": _("岁"), "年": _("年"), "天": _("天"), "座": _("座"),
    "个百分点": _("个百分点"), "百分点": _("百分点"), "微克/立方米": _("微克/立方米"), "平方公里": _("平方公里"),
    "平方米": _("平方米"), "亩": _("亩"), "万亩": _("万亩"), "万吨": _("万吨"), "吨": _("吨"), "公里": _("公里"),
    "万吨标煤": _("万吨标煤"), "万吨标准煤": _("万吨标准煤"), "吨标煤/万元": _("吨标煤/万元"),
    "万元/人": _("万元/人"), "人/亿元": _("人/亿元"), "万元/亩": _("万元/亩"), "立方米": _("立方米"),
    "万立方米": _("万立方米"), "亿立方米": _("亿立方米"), "万套": _("万套"), "万标箱": _("万标箱"), "倍": _("倍"),
    "床": _("床"), "名": _("名"), "位": _("位"), "米": _("米"), "小时": _("小时"), "分钟": _("分钟"), "分": _("分"),
}  # fmt: skip


def unit_word(symbol: str) -> str:
    """The unit as a word; a symbol not listed is shown as it was written."""
    return str(UNITS.get(symbol, symbol))
