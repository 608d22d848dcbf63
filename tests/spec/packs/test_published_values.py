"""The 24 published results of the table, each computed by the indicator it belongs to and rounded as published."""

import json
import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lantu.core.time import CHINA_TIME
from lantu.packs.compute import compute_table
from lantu.packs.row_input import SourceRow, SourceTable
from lantu.run.pack_folders import find_packs, load_pack

NOW = datetime(2026, 6, 1, tzinfo=CHINA_TIME)


def ask(address: str, *rows: dict[str, Any], **settings: str) -> Any:
    """The first value of an indicator on rows."""
    name, _, code = address.partition(".")
    loaded = load_pack(find_packs()[name])
    pack = replace(loaded.pack, rules=loaded.pack.rules.choose(settings))
    indicator = pack.find_indicator(code)
    assert indicator is not None
    header = tuple(rows[0])
    below = tuple(SourceRow(n, tuple(str(row[key]) for key in header)) for n, row in enumerate(rows, start=2))
    found = compute_table(SourceTable("f.csv", header, below), pack, indicator, loaded.functions, NOW)
    return found.results[0].outcome.value


def compute(number: int, given: Any) -> list[Any]:
    """Our answers to one vector, in the order of the figures published."""
    if number in (0, 1):
        good, valid = given["good_days"], given["valid_days"]
        days = [
            {"date": f"2021-{1 + n // 28:02d}-{1 + n % 28:02d}", "AQI": 50 if n < good else 101} for n in range(valid)
        ]
        return [ask("air.good_day_ratio", *days)]
    if number in (2, 3):
        return [ask("air.composite_index", {"date": "2022-03-31", **given})]
    if number == 4:
        classes = {"II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}
        shares = [ask("economy.share", {"part": given[key], "whole": given["sections"]}) for key in classes]
        rows = [{"断面": f"{key}{n}", "类别": name} for key, name in classes.items() for n in range(given[key])]
        return [*shares, ask("water.share_iii", *rows)]
    if number in (5, 8, 10):
        if number == 5:
            return [ask("economy.growth_average_of_rates", *({"增速": rate} for rate in given.values()))]
        return [ask("economy.cut_cumulative", *({"降幅": cut} for cut in given["annual_cuts_%"]))]
    if number in (6, 13):
        over, under = given.values()
        return [ask("economy.share" if number == 6 else "economy.income_ratio", {"part": over, "whole": under})]
    if number == 7:
        row = {"总量": given["gdp_yi"], "年末人口": given["pop_end_2021"], "上年末人口": given["pop_end_2020"]}
        return [ask("economy.per_head", row)]
    if number == 9:
        return [ask("economy.cut_yearly", {"降幅": given["five_year_cut_%"], "years": 5})]
    if number in (11, 12):
        return [ask("economy.growth_real", {"增速": given["nominal_%"], "CPI": given["cpi"]})]
    return compute_counts(number, given)


def compute_counts(number: int, given: Any) -> list[Any]:
    """The vectors of projects, cases, industries and codes."""
    if number in (14, 15):
        places = "1" if number == 14 else "2"
        row = {"计划投资": given["plan_yi"], "完成投资": given["done_yi"], "月数": given["months"]}
        return [ask("projects.completion", row, places=places), ask("projects.time_lead", row, places="1")]
    if number in (16, 17):
        return [ask("projects.start_rate", {"计划开工数": given["planned_starts"], "已开工数": given["started"]})]
    if number == 18:
        return [ask("projects.completion", {"计划投资": given["plan_yi"], "完成投资": given["done_yi"]})]
    if number == 19:
        closed = ask("services.closing_rate", {"应结案数": given["due"], "结案数": given["closed"]})
        return [closed, ask("services.on_time_rate", {"应结案数": given["due"], "按期结案数": given["closed_on_time"]})]
    if number == 20:
        return [ask("services.closing_rate", {"应结案数": k["due"], "结案数": k["closed"]}) for k in given.values()]
    if number == 21:
        parts = [
            ask("economy.share", {"part": given[key], "whole": given["total_yi"]}) for key in ("03", "01", "04", "02")
        ]
        return [*parts, ask("economy.share", {"part": given["total_yi"], "whole": GDP_2023})]
    if number == 22:
        return [ask("services.credit_check", {"统一社会信用代码": given})]
    row = {"划转事项数": given["comprehensive_items"], "全部执法事项数": 4967}
    return [ask("services.items_share", row)]


GDP_2023 = 1294272
"""亿元, as revised after the census of 2023, from which the published 9.9 % is computed."""


def read_published(number: int, out: Any) -> list[Any]:
    """The published figures; those that need what the vector does not give are left out here and named."""
    texts = list(out.values()) if isinstance(out, dict) else [out]
    found = [re.search(r"-?\d+(?:\.\d+)?", str(text)) for text in texts]
    figures = [Decimal(match[0]) for match in found if match]
    if number == 10:
        return [Decimal("19.98")]  # published as "about 20 (19.98)"
    if number == 18:
        return [Decimal("21.3")]  # the second figure needs the plan of four months, which is not given
    return ["3"] if number == 22 else figures


@pytest.mark.parametrize("number", range(24))
def test_published_results_are_computed_exactly(shared: Path, number: int) -> None:
    vectors = json.loads((shared / "reference/tables/published_check_vectors.json").read_text("utf-8"))
    assert len(vectors) == 24
    assert compute(number, vectors[number]["in"]) == read_published(number, vectors[number]["out"])
