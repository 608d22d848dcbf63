"""What the body columns hold comes back unchanged."""

import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Definition, Direction, Kind, Ratio
from lantu.core.entry import (
    CellForm,
    CellRole,
    Comparator,
    Entry,
    EntryKind,
    PriceBasis,
    Stretch,
    Table,
    TableCell,
    TableRow,
)
from lantu.core.inference import Inference
from lantu.core.mark import Mark
from lantu.core.method import Component, Method, Opinion, Refusal
from lantu.core.observation import Status
from lantu.core.quantity import make_quantity
from lantu.core.span import span_of
from lantu.core.standing import Class, Standing
from lantu.core.target import Base, Form, Target
from lantu.core.time import year_period
from lantu.core.value import Value
from lantu.store.codec import decode, decode_marks, encode, encode_marks

SPAN = span_of("到2025年达到9000亿元以上", 8, 15)
FIGURES = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=4).map(lambda d: make_quantity(d, "亿元")),
    st.sampled_from(AbsenceKind).map(lambda kind: Absence(kind, "未下达")),
)


def through_json(noun: object) -> object:
    return decode(type(noun), json.loads(json.dumps(encode(noun))))


def test_entry_comes_back() -> None:
    stretch = Stretch(Decimal("1"), "万亿元", Comparator.MORE_THAN, SPAN)
    entry = Entry("e1", EntryKind.TARGET, "prose", SPAN, "s1", "地区生产总值", value=Decimal("9000.10"),
                  stretch=(stretch,), derived_from=(SPAN,))  # fmt: skip
    assert through_json(entry) == entry


@given(value=FIGURES, base=FIGURES)
def test_target_comes_back_with_figures_and_absences(value: object, base: object) -> None:
    target = Target("a#b", "b", "gdp", "地区生产总值", "330400", Form.LEVEL, Comparator.EQUAL, value,  # type: ignore[arg-type]
                    2025, Direction.UP, Base(2020, base), stretch=(make_quantity(1, "万亿元"),))  # type: ignore[arg-type]  # fmt: skip
    assert through_json(target) == target


def test_standing_comes_back_with_its_value() -> None:
    value = Value("gdp", "330400", year_period(2025), make_quantity("7851", "亿元"), Comparator.EQUAL,
                  Status.PRELIMINARY, ("7",), "reported", date(2026, 1, 31))  # fmt: skip
    standing = Standing("a#b", date(2026, 11, 21), Class.MISSED, Form.LEVEL, latest=value, done=Decimal("0.671"))
    assert through_json(standing) == standing


def test_standing_comes_back_with_its_panel() -> None:
    panel = (
        Opinion(
            Method.STATCAN,
            klass="on track",
            is_enough=True,
            components=(Component("ratio", Decimal("0.9532")),),
            margin=Decimal("0.0032"),
        ),
        Opinion(Method.UNSD, refused=Refusal.ZERO_BASE),
    )
    standing = Standing("a#b", date(2026, 11, 21), Class.ON_COURSE, Form.LEVEL, panel=panel)
    assert through_json(standing) == standing
    # a body is compared with the one in force, which has been through JSON
    assert json.loads(json.dumps(encode(standing))) == encode(standing)


def test_a_body_from_before_the_panel_still_comes_back() -> None:
    standing = Standing("a#b", date(2026, 11, 21), Class.MET, Form.FLOOR)
    body = encode(standing)
    assert body.pop("panel") == []
    assert decode(Standing, body) == standing


def test_every_field_is_written_so_that_a_changed_default_changes_no_past() -> None:
    standing = Standing("a#b", date(2026, 11, 21), Class.MET, Form.FLOOR)
    assert encode(standing)["band"] == "0.10"


def test_definition_comes_back() -> None:
    definition = Definition("ratio", "城乡收入比", "", Direction.DOWN, Kind.RATIO, ratio=Ratio("urban", "rural"))
    assert through_json(definition) == definition


def test_inferences_come_back() -> None:
    entry = Entry(
        "e1", EntryKind.TARGET, "prose", SPAN, "s1", "地区生产总值", inferred=(Inference("year", "heading", 0.98),)
    )
    assert through_json(entry) == entry


def test_bodies_from_before_inferences_are_read() -> None:
    entry = Entry("e1", EntryKind.TARGET, "prose", SPAN, "s1", "地区生产总值")
    body = json.loads(json.dumps(encode(entry)))
    del body["inferred"], body["region_code"]
    assert decode(Entry, body) == entry
    cell = TableCell("2025年", CellRole.TARGET, 2025, "9000", SPAN, CellForm.NUMBER, Decimal(9000))
    row = TableRow(1, "地区生产总值", SPAN, "亿元", "", "", "", (cell,))
    table = Table("表1", SPAN, ("指标", "2025年"), (row,))
    kept = json.loads(json.dumps(encode(table)))
    del kept["rows"][0]["inferred"], kept["rows"][0]["cells"][0]["inferred"]
    assert decode(Table, kept) == table


def test_marks_come_back() -> None:
    marks = (Mark(0, 5, page=1, paragraph=1), Mark(5, 9, page=2, table=1, row=3, column=2))
    assert decode_marks(json.loads(json.dumps(encode_marks(marks)))) == marks


def test_entries_and_tables_from_before_price_bases_still_read() -> None:
    entry = Entry("e1", EntryKind.TARGET, "prose", SPAN, "s1", "地区生产总值", price_basis=PriceBasis.COMPARABLE,
                  price_year=2020)  # fmt: skip
    assert through_json(entry) == entry
    cell = TableCell("2025年", CellRole.TARGET, 2025, "9000", SPAN, CellForm.NUMBER, price_basis=PriceBasis.CURRENT)
    for noun in (entry, cell):
        body = encode(noun)
        del body["price_basis"], body["price_year"]
        old = decode(type(noun), json.loads(json.dumps(body)))
        assert (old.price_basis, old.price_year) == (PriceBasis.NOT_STATED, None)
