"""How a cell of an indicator table is written.

In: the text of one cell. Out: its form, number, unit and comparator, and where
the number stands in the cell.
Left out on purpose: what the cell is about; its column says that.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from lantu.core.entry import CellForm, Comparator
from lantu.read.table_units import is_unit, squeeze

_NUMBER = r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d+(?:\.\d+)?"
_FIGURE = re.compile(rf"(?P<number>{_NUMBER})(?P<unit>(?:[^\d\[\](),、;/以左及约]|/(?!\[?\d))*)")
_DASH = re.compile(r"^[-—_/\\.…]*$")
_ORDER = re.compile(
    r"下达|上级|待定|另行|^(?:按照?|完成|达到)?(?:省|市|国家)(?:级|里|委)?(?:核)?定(?:的)?(?:目标|指标|任务)?$"
)
_STATUS = re.compile(
    r"^(?:预计|基本|总量|超额|提前|如期|圆满|已|正在|全面|顺利|未|未能|尚未|按期)*(?:完成|实现|达标|达到目标|推进中|滞后|不可比|提前)(?:目标|任务|指标)?$"
)
_RELATIVE = re.compile(
    r"^(?P<sync>与|和|同)?(?P<with>.{2,20}?)(?:基本|保持)*(?:同步|持平|一致)(?:增长)?$|^(?P<more>高于|快于|大于|优于|超过)(?P<than>\D{2,24})$"
    r"|^(?P<less>低于|慢于|小于)(?P<under>\D{2,24})$|^(?P<least>不低于|不慢于)(?P<floor>\D{2,24})$"
)
_RANGE = re.compile(rf"^(?P<low>{_NUMBER})(?:%|[^\d\W]{{0,4}})?[-~—至到](?P<high>\d+(?:\.\d+)?)(?P<unit>.{{0,8}})$")
_DUAL = re.compile(rf"^\[?(?P<own>{_NUMBER})\]?%?(?:\(.*?\))?/\[?(?P<given>\d+(?:\.\d+)?)\]?%?(?:\(.*\))?$")
_SPLIT = re.compile(rf"(?P<part>[^\d\s、,;/.:()\[\]]{{1,8}}):?(?P<number>{_NUMBER})(?P<unit>%|‰|[^\d、,;]{{0,4}})")
_VERB = re.compile(r"^(?:达到?|力争|突破|超过|冲刺|确保|争取)+$")
_RATIO = re.compile(r"^(?P<before>\D*)(?P<number>\d+(?:\.\d+)?):1(?P<after>[^\d.:].*)?$")
_BEFORE = (
    (re.compile(r"≥|>=|不低于|不少于|不小于|大于等于|至少|达到"), Comparator.AT_LEAST),
    (re.compile(r"≤|<=|不高于|不超过|不大于|不多于|小于等于|控制在"), Comparator.AT_MOST),
    (re.compile(r">|超过|突破|大于|高于|超"), Comparator.MORE_THAN),
    (re.compile(r"<|低于|小于|少于"), Comparator.LESS_THAN),
    (re.compile(r"约|≈|~|左右|近"), Comparator.ABOUT),
)
_AFTER = (
    (re.compile(r"以上|及以上"), Comparator.AT_LEAST),
    (re.compile(r"以下|以内|之内"), Comparator.AT_MOST),
    (re.compile(r"左右|上下"), Comparator.ABOUT),
)
_FORMS = {
    Comparator.AT_LEAST: CellForm.AT_LEAST,
    Comparator.MORE_THAN: CellForm.AT_LEAST,
    Comparator.AT_MOST: CellForm.AT_MOST,
    Comparator.LESS_THAN: CellForm.AT_MOST,
    Comparator.ABOUT: CellForm.ABOUT,
}
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class CellReading:
    """A cell understood.

    Attributes:
        form: How it is written.
        value: Its number, or None.
        value_max: Upper end of a range, or the assigned number of a dual cell.
        unit: Printed behind the number, or "".
        comparator: How the number is to be met.
        is_cumulative: Whether it counts over the whole period.
        relative_to: Partner indicator, or "".
        parts: Group and number of a split cell.
    """

    form: CellForm
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str = ""
    comparator: Comparator = Comparator.EQUAL
    is_cumulative: bool = False
    relative_to: str = ""
    parts: tuple[tuple[str, Decimal, str], ...] = ()


def read_cell(raw: str) -> CellReading:
    """The reading of a cell's text (of the shadow; blanks and line breaks may stand in it)."""
    text = squeeze(raw).replace("*", "").replace("<br>", "")
    if _DASH.match(text):
        return CellReading(CellForm.DASH)
    if not any(c.isdigit() for c in text):
        return _read_words(text)
    return _read_ratio(text) or _read_dual(text) or _read_split(text) or _read_range(text) or _read_figure(text)


def _to_decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _read_words(text: str) -> CellReading:
    if _STATUS.match(text):
        return CellReading(CellForm.STATUS)
    if _ORDER.search(text):
        return CellReading(CellForm.ASSIGNED)
    found = _RELATIVE.match(text)
    if not found:
        return CellReading(CellForm.TEXT)
    for group, comparator in (
        ("with", Comparator.ABOUT),
        ("than", Comparator.MORE_THAN),
        ("under", Comparator.LESS_THAN),
        ("floor", Comparator.AT_LEAST),
    ):
        if found[group]:
            return CellReading(CellForm.RELATIVE, comparator=comparator, relative_to=found[group])
    return CellReading(CellForm.TEXT)


def _read_dual(text: str) -> CellReading | None:
    found = _DUAL.match(text)
    if not found:
        return None
    is_cumulative = text.startswith("[")
    return CellReading(
        CellForm.DUAL, _to_decimal(found["own"]), _to_decimal(found["given"]), is_cumulative=is_cumulative
    )


def _read_ratio(text: str) -> CellReading | None:
    found = _RATIO.match(text)
    if not found:
        return None
    comparator = _read_comparator(found["before"], found["after"] or "")
    return CellReading(
        _FORMS.get(comparator, CellForm.NUMBER), _to_decimal(found["number"]), unit=":1", comparator=comparator
    )


def _read_split(text: str) -> CellReading | None:
    parts = tuple((m["part"], _to_decimal(m["number"]), m["unit"]) for m in _SPLIT.finditer(text))
    names = {part for part, _, _ in parts if not _VERB.match(part)}
    if len(names) < 2 or not _LETTER.match(text[0]):
        return None
    return CellReading(CellForm.SPLIT, unit=parts[0][2], parts=parts)


def _read_range(text: str) -> CellReading | None:
    found = _RANGE.match(text.strip("[]"))
    if not found or not (found["unit"] == "" or is_unit(found["unit"]) or found["unit"] == "左右"):
        return None
    low, high = _to_decimal(found["low"]), _to_decimal(found["high"])
    if low >= high:
        return None
    unit = found["unit"] if is_unit(found["unit"]) else ""
    return CellReading(CellForm.RANGE, low, high, unit, Comparator.WITHIN, text.startswith("["))


def _read_figure(text: str) -> CellReading:
    found = _FIGURE.search(text)
    if not found:
        return CellReading(CellForm.TEXT)
    before, after = text[: found.start()], text[found.end() :]
    unit = found["unit"] if is_unit(found["unit"]) else ""
    comparator = _read_comparator(before, after)
    is_cumulative = before.endswith("[") or "累计" in text or (before.startswith("[") and "]" in after)
    value = _to_decimal(found["number"])
    if is_cumulative:
        return CellReading(CellForm.CUMULATIVE, value, unit=unit, comparator=comparator, is_cumulative=True)
    if _is_prose(before, found["unit"], after):
        return CellReading(CellForm.TEXT)
    form = _FORMS.get(comparator)
    if form is None:
        form = CellForm.PERCENT if unit in ("%", "‰") or "百分点" in unit else CellForm.NUMBER
    return CellReading(form, value, unit=unit, comparator=comparator)


def _read_comparator(before: str, after: str) -> Comparator:
    for pattern, comparator in _AFTER:
        if pattern.search(after):
            return comparator
    for pattern, comparator in _BEFORE:
        if pattern.search(before) and not before.endswith("达到"):
            return comparator
    return Comparator.EQUAL


def _is_prose(before: str, unit: str, after: str) -> bool:
    """Whether the number stands inside words that are no cell of figures ("前3位左右的…")."""
    return (
        len(_LETTER.findall(before)) > 8
        or len(_LETTER.findall(after)) > 10
        or (bool(unit) and not is_unit(unit) and len(unit) > 6)
    )
