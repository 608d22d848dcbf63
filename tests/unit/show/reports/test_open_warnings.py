"""Warnings and tasks in a report."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lantu.core.report import Paragraph
from lantu.core.standing import Class, Reason
from lantu.core.task import TaskStanding
from lantu.run.report_material import Material, gather_material
from lantu.show.reports.ledger import Ledger
from lantu.show.reports.open_warnings import tell_tasks, tell_warnings
from lantu.store.fetch.warnings_then import WarningThen
from tests.unit.show.city import City

OPENED = date(2026, 1, 5)


@pytest.fixture
def material(city: City) -> Material:
    later = datetime(2026, 3, 2, tzinfo=UTC)
    return gather_material(city.plan.pk, year=2025, as_of=date(2026, 3, 1), known_at=later)


def lines(blocks: object) -> list[str]:
    assert isinstance(blocks, list)
    return ["".join(piece.text for piece in block.pieces) for block in blocks if isinstance(block, Paragraph)]


def warn(key: int, level: str, cause: str, name: str) -> WarningThen:
    return WarningThen(key, f"t{key}", cause, name, "990100", "gdp", level, "规则", OPENED)


def test_the_gravest_first_with_their_causes(material: Material) -> None:
    warnings = (warn(1, "yellow", "progress", "优良天数比率"), warn(2, "red", "outlook", "地区生产总值"))
    told = tell_warnings(Ledger(material), replace(material, warnings=warnings))
    assert lines(told) == [
        "未解除的预警共2条，红色1条，黄色1条。", "红色预警：地区生产总值（趋势）。", "黄色预警：优良天数比率（进展）。",
    ]  # fmt: skip


def test_of_many_minor_ones_the_first_are_named_and_the_rest_counted(material: Material, settings) -> None:
    settings.LANTU_REPORT_MINOR = 1
    minor = tuple(warn(n, "blue", "progress", f"指标{n}") for n in range(3))
    grave = tuple(warn(n, "orange", "progress", f"指标{n}") for n in range(3, 5))
    ledger = Ledger(material)
    told = lines(tell_warnings(ledger, replace(material, warnings=(*minor, *grave))))
    assert told[1:] == [
        "橙色预警：指标3（进展）、指标4（进展）。", "蓝色预警：指标0（进展），另有2条，名单见系统“预警”页。",
    ]  # fmt: skip
    (rest,) = (fact for address, fact in ledger.facts.items() if address.endswith("blue/rest"))
    assert (rest.amount, rest.href) == (Decimal(2), "/warnings")
    settings.LANTU_REPORT_MINOR = 0
    assert lines(tell_warnings(Ledger(material), replace(material, warnings=minor)))[1:] == [
        "蓝色预警：3条，名单见系统“预警”页。"
    ]


def test_tasks_by_class_and_the_late_by_name(material: Material) -> None:
    tasks = (
        ("建设机场", TaskStanding(Class.BEHIND, Reason.NONE, Decimal("0.2"))),
        ("整治河道", TaskStanding(Class.CANNOT_SAY, Reason.NO_VALUE)),
    )
    told = tell_tasks(Ledger(material), replace(material, tasks=tasks))
    assert lines(told) == [
        "已分解落实的任务2条，滞后1条，尚无认定的进度1条。", "滞后或未完成的任务：建设机场。",
    ]  # fmt: skip


def test_nothing_is_said_of_nothing(material: Material) -> None:
    assert (tell_warnings(Ledger(material), material), tell_tasks(Ledger(material), material)) == ([], [])
