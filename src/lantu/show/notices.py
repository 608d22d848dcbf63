"""What the codes of diagnostics mean, in Chinese; in English the stages' own tables say it. This file is a table.

In: a code. Out: its title and what to do. Left out on purpose: the message and
hint of one diagnostic, which name the very thing and stay as the stage wrote them.
"""

from lantu.core.diagnostic import Code
from lantu.read.codes import CODES as READ_CODES
from lantu.sense.codes import CODES as SENSE_CODES
from lantu.show.language import is_english

CHINESE: dict[str, tuple[str, str]] = {
    "R001": ("文件是空的", "看看是不是选错了文件。"),
    "R002": ("不是文本文件", "另存为 UTF-8 编码的 .txt 或 .md，或用这种格式的读取器。"),
    "R003": ("有解不开的字节", "与原件核对这一行，再另存为 UTF-8。"),
    "R004": ("按 GB18030 读入", "文字无误就不必处理。"),
    "R005": ("UTF-16 文件", "文字无误就不必处理。"),
    "R006": ("几乎没有汉字", "检查文件编码，确认是中文规划。"),
    "R010": ("没有找到标题", "请手工填写标题。"),
    "R011": ("没有找到规划期", "请手工填写起止年份。"),
    "R012": ("标题序号不连贯", "看看是否缺了标题，或序号印错。"),
    "R020": ("有表格没有读懂", "请人工核对这张表。"),
    "R021": ("单元格缺失", "按类型和算术放回原位，请与原件核对这一行。"),
    "R022": ("一行有两种读法", "请与原件核对并选定。"),
    "R023": ("单元格没有读懂", "请人工读这一格。"),
    "R024": ("行号中断", "与原件核对，可能丢了一行。"),
    "R025": ("缺少单位", "请手工补上单位。"),
    "R030": ("数字旁没有指标名", "请人工读这一句。"),
    "R031": ("计数没有年份", "若这个数要紧，请补上年份。"),
    "R032": ("同样的话说了两次", "不必处理，只计一次。"),
    "R050": ("文件加了密", "用口令打开，另存一份不加密的再交。"),
    "R051": ("文件损坏", "重新取得文件，或用原程序打开后另存。"),
    "R052": ("文件太大", "拆成几份，或去掉图片和附件。"),
    "R053": ("压缩包展开过大", "查明文件来源，用原程序重新保存。"),
    "R054": ("页数太多", "请把文件拆开。"),
    "R055": ("表格太大", "请人工读这张表，或从文件中取出。"),
    "R056": ("嵌套太深", "用原程序打开，另存一份简单的。"),
    "R057": ("没有文字层", "页面是图片，请先做文字识别，或索取原始文件。"),
    "R058": ("有的页没有文字", "看看这些页，若有文字请先做文字识别。"),
    "R059": ("旧的办公文件格式", "安装 LibreOffice，或另存为 .docx。"),
    "R060": ("格式转换失败", "用原程序打开，另存为 .docx。"),
    "R061": ("没有找到正文", "全部文字都已读入，看看是否混进了菜单。"),
    "R062": ("页眉页脚未计入", "若其中有属于正文的行，请补回。"),
    "R063": ("字形没有对应的字", "与原件核对这一页，或做文字识别。"),
    "R090": ("引文与原文不符", "这是蓝图的错误，请报告。"),
    "R091": ("位置超出原文", "这是蓝图的错误，请报告。"),
    "R092": ("编号重复", "这是蓝图的错误，请报告。"),
    "S001": ("文件读不了", "另存为 .xlsx 或 UTF-8 编码的 CSV，再交一次。"),
    "S002": ("文件是空的", "看看是不是交错了文件。"),
    "S003": ("缺少必需的列", "补上这一列，或把列名改成认得的名称。"),
    "S004": ("有坏字节", "这一行没有收下。请另存为 UTF-8 再交。"),
    "S005": ("指标不认得", "这一行没有收下。请写正式名称，或把它加为指标的别名。"),
    "S006": ("地区不认得", "这一行没有收下。请写全称或行政区划代码。"),
    "S007": ("单位的量纲不同", "这一行没有收下。请改正单位，或改正指标。"),
    "S008": ("时期读不懂", "这一行没有收下。请写 2021、2021-Q3、2021-H1、2021-07 或 2021-01/04。"),
    "S009": ("数值不是数", "这一行没有收下。请写一个数，只知界限时前面加 < 或 >。"),
    "S010": ("同一行出现两次", "只收了一次，请删去其中一行。"),
    "S011": ("两行互相矛盾", "两行都收下了。请查明哪一行对，修订数请注明状态或日期。"),
    "S012": ("行与表头不合", "这一行没有收下。带逗号的单元格请加引号。"),
    "S013": ("状态或日期读不懂", "这一行已收下，但没有这一项。状态写初步、最终或修订，日期写 2022-03-31。"),
    "S014": ("发布日期早于时期结束", "这一行已收下。请核对日期和时期。"),
    "S015": ("有列或工作表没有用到", "若应当读入，请改名；否则不必处理。"),
    "S016": ("没有数值", "这一行没有收下。有数以后再交。"),
    "S017": ("引号不成对", "这一行没有收下，后面的行已读。请补上引号。"),
}
_KNOWN: dict[str, Code] = {code.code: code for code in (*READ_CODES, *SENSE_CODES)}


def notice_title(code: str) -> str:
    """A few words on what is wrong; the code itself where it has none."""
    if is_english():
        return _KNOWN[code].title if code in _KNOWN else code
    return CHINESE[code][0] if code in CHINESE else code


def notice_advice(code: str) -> str:
    """What to do about this kind of thing; "" where the code has no entry."""
    if is_english():
        return _KNOWN[code].todo if code in _KNOWN else ""
    return CHINESE[code][1] if code in CHINESE else ""
