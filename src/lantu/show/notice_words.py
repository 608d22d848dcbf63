"""What a diagnostic says, as a whole sentence in the language of the page. This file is a table.

In: message and hint as the stage wrote them, in English. Out: the same in Chinese on Chinese pages: the words are matched
with the form they were made from, and its fields are put into the Chinese form. So rows kept long ago are told as well.
Left out on purpose: the command line, which prints what the stage wrote; and the forms of the reader and of jobs, in `reader_words`.
"""

import re
from functools import cache

from lantu.read.codes import CODES
from lantu.show.language import is_english
from lantu.show.notices import notice_advice
from lantu.show.reader_words import JOB_MESSAGES, READER_MESSAGES, READING_MESSAGES
from lantu.show.titles import is_chinese

HINT = re.compile("|".join(rf" {re.escape(code.todo)}(?= |$)" for code in CODES))
"""A hint of the reader, as it stands behind its message."""

MESSAGES: tuple[tuple[str, str], ...] = (
    ("the file cannot be read: {why}", "文件读不了：{why}"),
    ("the workbook is damaged: {why}", "工作簿已损坏"),
    ("the file has {size} bytes; at most {most} are read", "文件有 {size} 字节，最多读 {most} 字节"),
    (
        "its {parts} parts unpack to {size} bytes, more than a workbook needs",
        "{parts} 个部分展开有 {size} 字节，不像工作簿",
    ),
    ("sheet {sheet} has more than {rows} rows", "工作表 {sheet} 超过 {rows} 行"),
    ("the file has more than {rows} rows", "文件超过 {rows} 行"),
    ("it is an old Excel file (.xls); save it as .xlsx or CSV", "是旧的 .xls 文件，请另存为 .xlsx 或 CSV"),
    ("it holds zero bytes, so it is not a text file", "含有零字节，不是文本文件"),
    ("the file is empty", "文件是空的"),
    ("no row at the top names the columns", "开头没有一行写明列名"),
    ("no column for {wanted}", "没有这一列：{wanted}"),
    ("bytes that are no text: “{text}”", "有不是文字的字节：“{text}”"),
    ("quotes do not match in “{text}”: {why}", "“{text}”里的引号不成对"),
    ("more than {rows} rows have quotes that do not match", "超过 {rows} 行的引号不成对"),
    ("{cells} cells under {columns} columns", "表头有 {columns} 列，这一行有 {cells} 格"),
    ("the column “{title}” is not used", "没有用到“{title}”这一列"),
    ("the sheet has no header and is not used", "这张工作表没有表头，没有用到"),
    ("no place is known as “{name}”", "没有叫“{name}”的地区"),
    ("no indicator is known as “{name}”", "没有叫“{name}”的指标"),
    ("“{text}” is not a period", "“{text}”不是时期"),
    ("no figure stands here (“{text}”)", "这里没有数（“{text}”）"),
    ("no figure was typed", "没有填数"),
    ("“{text}” is not a number", "“{text}”不是数"),
    ("“{text}” is larger than any figure of a return", "“{text}”大得不像填报的数"),
    ("“{text}” lies outside {first}–{last}", "“{text}”不在 {first}—{last} 年之间"),
    ("“{text}” is not a day", "“{text}”不是日期"),
    ("“{text}” is not a status", "“{text}”不是数据状态"),
    ("“{text}” is a limit and no figure", "“{text}”只是界限，不是数"),
    ("“{unit}” is no unit of {name}", "“{unit}”不是{name}的单位"),
    ("published on {day}, but {period} ends on {end}", "{day} 发布，而时期 {period} 到 {end} 才结束"),
    ("says what row {row} says: {words}", "与第 {row} 行说的一样：{words}"),
    ("{words} here, {other} in row {row}, from the same source", "同一来源，这里说{words}，第 {row} 行是 {other}"),
    ("{code} of {place} in {period} is {figure}", "{place} 的 {code} 在 {period} 为 {figure}"),
    ("{code} of {place} in {period} is not asked for here", "这张表不要 {place} {period} 的 {code}"),
    (
        "the row is about {place}, for which its sender does not report",
        "这一行是 {place} 的，交来的人不负责报送这个地区",
    ),
    ("numerator and denominator go together", "分子和分母要一起填"),
    ("a numerator without a denominator gives no figure", "只有分子没有分母，算不出数"),
    ("the denominator is zero", "分母是零"),
    ("{over} over {under} is {computed}, not {figure}", "{over} 除以 {under} 得 {computed}，不是 {figure}"),
    ("{figure} is less than nothing", "{figure} 不应小于零"),
    ("{figure} is negative", "{figure} 是负数"),
    ("{figure} is more than the whole", "{figure} 超过了总体"),
    (
        "{figure} is {change} times the last one known ({last}); the history is too short for more",
        "{figure} 是上一个已知数（{last}）的 {change} 倍；历史太短，只能这样比",
    ),
    (
        "{figure} is {change} the last one known ({last}); the history is too short for more",
        "{figure} 比上一个已知数（{last}）变动 {change}；历史太短，只能这样比",
    ),
    (
        "{figure}: {change} times against {last} the year before, usual is {usual} times; robust score {score}",
        "{figure} 是上年（{last}）的 {change} 倍，往年通常是 {usual} 倍；稳健得分 {score}",
    ),
    (
        "{figure}: {change} against {last} the year before, usual is {usual}; robust score {score}",
        "{figure} 比上年（{last}）变动 {change}，往年通常变动 {usual}；稳健得分 {score}",
    ),
    ("{rule} ({text}): {said}; off by {gap}", "{rule}（{text}）：{said}；相差 {gap}"),
    ("exactly one of = <= >= is expected", "等式里要有而且只有一个 =、<= 或 >="),
    ("“{text}” is not a code", "“{text}”不是指标代码"),
    ("one side is empty", "等式有一边是空的"),
    ("“{line}”: {why}", "“{line}”：{why}"),
    ("the file has {size} bytes; at most {most} are taken", "文件有 {size} 字节，最多收 {most} 字节"),
    ("it is no .{kind} file", "内容不是 .{kind} 文件"),
    ("it is no text", "内容不是文字"),
    ("files ending in .{kind} are not taken", "不收 .{kind} 文件"),
    ("{rule}: {why}", "{rule}：{why}"),
)
"""Forms of messages in English and Chinese; the first that fits counts, so those with more words come first."""
HINTS: tuple[tuple[str, str], ...] = (
    ("nearest known: {names}; {why}", "最接近的是：{names}；{why}"),
    ("write the full name or the code of GB/T 2260", "请写全称或行政区划代码"),
    ("write the official name, or add this one to its aliases", "请写正式名称，或把这个名称加为别名"),
    (
        "expected {unit} or one that converts to it; is another indicator meant?",
        "应为 {unit} 或能换算成它的单位；是不是另一项指标？",
    ),
    (
        "write preliminary, final or revised (初步, 最终, 修订); kept as unstated",
        "请写初步、最终或修订；收下时按未注明",
    ),
    ("expected {unit}", "应为 {unit}"),
    ("add it under one of the names {names}", "请补上这一列，列名可以是：{names}"),
    ("write a header with {names}", "请写表头：{names}"),
    ("hand in one of {kinds}", "请交这些类型的文件：{kinds}"),
    ("find out which of the figures is wrong", "请查明哪个数有误"),
)
"""Forms of hints; another hint is left to the advice of its code, which says the same in general."""
NESTED = ("why", "words", "reason")
"""Fields that are sentences of a form themselves."""


def tell_message(message: str, code: str = "") -> str:
    """The message in the language of the page; as it is where no form fits.

    Args:
        message: As the stage wrote it.
        code: Of the diagnostic; those of the reader have forms of their own.
    """
    forms = READER_MESSAGES if code.startswith("R") else MESSAGES + READING_MESSAGES
    return message if is_english() else _tell(message, forms) or message


def tell_job(message: str) -> str:
    """Why a job or a reading failed, in the language of the page.

    For a file that was not read that is the message of each diagnostic, without the hints, whose advice a Chinese page prints anyway.
    """
    if is_english() or not message:
        return message
    said = HINT.split(message)
    if len(said) > 1:
        return "；".join(tell_message(one.strip(), "R") for one in said if one.strip())
    return _tell_broken(message) or _tell(message, JOB_MESSAGES + MESSAGES + READING_MESSAGES) or message


def _tell_broken(message: str) -> str:
    """A fault of ours, kept as the name of an exception and what it said."""
    found = re.fullmatch(r"([A-Z]\w+(?:Error|Exception)): .*", message, re.DOTALL)
    return "" if found is None else f"程序出错，已记入日志（{found[1]}）"


def tell_hint(code: str, hint: str) -> str:
    """The hint in the language of the page; "" on a Chinese page where only the advice of its code says it in Chinese."""
    if is_english():
        return hint
    return _tell(hint, HINTS) or ("" if notice_advice(code) and not is_chinese(hint) else hint)


def _tell(text: str, forms: tuple[tuple[str, str], ...]) -> str:
    for pattern, chinese in _compile(forms):
        found = pattern.fullmatch(text)
        if found is not None:
            fields = {
                name: (_tell(said, forms) or said) if name in NESTED else said
                for name, said in found.groupdict().items()
            }
            return chinese.format(**fields)
    return ""


@cache
def _compile(forms: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each form as a pattern: what stands in braces may be anything."""
    return tuple((re.compile(_write_pattern(english), re.DOTALL), chinese) for english, chinese in forms)


def _write_pattern(form: str) -> str:
    parts = re.split(r"\{(\w+)\}", form)
    return "".join(f"(?P<{part}>.*?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
