"""A small pack as texts, for the tests of the loader and of what runs on it."""

import pytest

PACK = """
name: noise
title: 声环境
title_en: Noise
licence: Apache-2.0
owners: [生态环境局]
sources: [GB 3096-2008]
needs:
  - {name: station, kind: place, columns: [station, 点位]}
  - {name: date, kind: date, columns: [date]}
  - {name: hour, kind: hour, columns: [hour]}
  - {name: level, kind: figure, unit: mg/L, columns: [level, 声级]}
  - {name: is_night, kind: flag, columns: [night]}
"""
INDICATORS = """
indicators:
  - code: excess
    name: 超标量
    unit: mg/L
    direction: down
    kind: index
    formula: {function: compute_excess, takes: row, needs: [level], uses: [is_night]}
  - code: loudest
    name: 最大值
    unit: mg/L
    direction: down
    kind: index
    formula: {function: find_loudest, takes: group, group_by: [station, month], needs: [level]}
  - {code: complaints, name: 投诉件数, unit: 件, direction: down, kind: flow}
"""
RULES = """
rules:
  - name: limit
    description: Limit of the level.
    editions:
      - {edition: old, from: 2008-10-01, to: 2019-12-31, source: table 1, status: text, values: {level: 60}}
      - {edition: new, from: 2020-01-01, source: table 1, status: text, values: {level: 55.5}}
  - name: plausible
    description: What can be.
    editions:
      - edition: own
        from: 2008-10-01
        source: own
        status: own
        values: {level: {lowest: 0, highest: 200, mixup: 1000, mixup_below: 1}}
settings:
  - {name: margin, default: "0", choices: ["0", "5"], description: Margin., source: own}
"""
FORMULAS = '''
"""Formulas of noise."""

from lantu.packs.rows import Outcome, collect_amounts, make_absent


def compute_excess(row, rules):
    """Level over its limit.

    Source: GB 3096-2008, table 1, in force from 2008-10-01.
    """
    edition = rules.pick("limit", row.day)
    excess = row.amount("level") - edition.values["level"] - int(rules.setting("margin"))
    return Outcome(excess, {"edition": edition.name})


def find_loudest(rows, rules):
    """The largest level.

    Source: GB 3096-2008, table 1, in force from 2008-10-01.
    """
    found = collect_amounts(rows, "level")
    if not found:
        return make_absent("P034", "no level", "measure")
    return Outcome(max(found), {"counted": len(found)})
'''
WORDS = "words:\n  - {key: edition, zh: 依据标准, en: Standard applied}\n"
QUALITY = """
quality:
  - {rule: sources, status: done}
  - {rule: dates, status: done}
  - {rule: cases, status: done}
  - {rule: words, status: done}
  - {rule: bad_input, status: todo, comment: none yet}
  - {rule: figures_seen, status: todo, comment: invented}
  - {rule: published_check, status: exempt, comment: invented}
"""
CASES = """
cases:
  - sentence: Ten above the old limit.
    indicator: excess
    rows: [{date: 2019-12-31, level: 70}]
    answer: {value: 10, edition: old, codes: []}
  - sentence: The loudest of two.
    indicator: loudest
    rows: [{station: a, date: 2021-05-01, level: 50}, {station: a, date: 2021-05-02, level: 58}]
    answer: {value: 58, counted: 2}
"""


@pytest.fixture
def noise_files() -> dict[str, str]:
    """The files of an invented pack, sound in every respect."""
    return {
        "pack.yml": PACK,
        "indicators.yml": INDICATORS,
        "rules.yml": RULES,
        "formulas.py": FORMULAS,
        "words.yml": WORDS,
        "quality.yml": QUALITY,
        "cases/all.yml": CASES,
    }


@pytest.fixture
def noise_functions() -> dict[str, object]:
    """The functions of its formulas.py."""
    names: dict[str, object] = {}
    exec(compile(FORMULAS, "formulas.py", "exec"), names)
    return {name: names[name] for name in ("compute_excess", "find_loudest")}
