"""Files of a pack into a pack."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.packs.load import read_pack


def test_a_sound_pack_is_read_without_a_remark(noise_files: dict[str, str]) -> None:
    pack, diagnostics = read_pack(noise_files)
    assert diagnostics == ()
    assert (pack.name, pack.title, pack.owners) == ("noise", "声环境", ("生态环境局",))
    assert [i.definition.code for i in pack.indicators] == ["excess", "loudest", "complaints"]
    assert {i.definition.pack for i in pack.indicators} == {"noise"}
    assert pack.rules.pick("limit", date(2021, 1, 1)).values["level"] == Decimal("55.5")
    assert pack.words["edition", "en"] == "Standard applied"
    assert [case.sentence for case in pack.cases] == ["Ten above the old limit.", "The loudest of two."]
    assert pack.cases[0].rows == ({"date": "2019-12-31", "level": "70"},)


def test_an_indicator_without_formula_is_reported(noise_files: dict[str, str]) -> None:
    pack, _ = read_pack(noise_files)
    found = pack.find_indicator("noise.complaints")
    assert found is not None
    assert found.formula is None


@pytest.mark.parametrize("name", ["pack.yml", "indicators.yml", "rules.yml", "formulas.py", "words.yml", "quality.yml"])
def test_a_missing_file_is_named(noise_files: dict[str, str], name: str) -> None:
    del noise_files[name]
    _, diagnostics = read_pack(noise_files)
    assert [d.place for d in diagnostics if d.code == "P009"] == [name]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("rules.yml", "from: 2020-01-01", "from: 2020-02-30", "P010"),
        ("rules.yml", "from: 2020-01-01", "from: 2019-06-01", "P014"),
        ("rules.yml", 'default: "0"', 'default: "7"', "P014"),
        ("rules.yml", "source: table 1, status: text, values: {level: 60}", "status: text, values: {level: 60}", "P010"),
        ("pack.yml", "owners: [生态环境局]", "owners: []", "P010"),
        ("pack.yml", "name: noise", "name: [noise", "P001"),
        ("words.yml", ", en: Standard applied", "", "P010"),
        ("quality.yml", "{rule: words, status: done}", "{rule: words, status: todo}", "P010"),
        ("quality.yml", "  - {rule: words, status: done}\n", "", "P015"),
        ("cases/all.yml", "    answer: {value: 58, counted: 2}\n", "", "P010"),
        ("cases/all.yml", "indicator: loudest", "indicator: silence", "P016"),
        ("cases/all.yml", "indicator: loudest", "indicator: excess", "P015"),
        ("cases/all.yml", "cases:", "cases: [", "P001"),
        ("indicators.yml", "function: find_loudest", "function: find_softest", "P011"),
        ("indicators.yml", "needs: [level], uses: [is_night]", "needs: [sound]", "P016"),
        ("indicators.yml", "group_by: [station, month]", "group_by: [street]", "P016"),
        ("indicators.yml", "direction: down\n    kind: index\n    formula: {function: find", "kind: index\n    formula: {function: find", "P003"),
        ("formulas.py", "Source: GB 3096-2008", "GB 3096-2008", "P012"),
        ("formulas.py", "def find_loudest(rows, rules):", "def find_loudest(rows, rules:", "P011"),
    ],
)  # fmt: skip
def test_each_fault_has_its_code(noise_files: dict[str, str], name: str, old: str, new: str, code: str) -> None:
    assert old in noise_files[name]
    noise_files[name] = noise_files[name].replace(old, new, 1)
    _, diagnostics = read_pack(noise_files)
    assert code in {d.code for d in diagnostics}


def test_nothing_is_a_pack_with_remarks() -> None:
    pack, diagnostics = read_pack({})
    assert pack.indicators == ()
    assert {d.code for d in diagnostics} == {"P009"}
