"""Messages of sense as whole Chinese sentences: every form the stage writes has one."""

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation

from lantu.show.notice_words import HINTS, MESSAGES, tell_hint, tell_message

SAYING = {
    "_refuse",
    "_warn",
    "_error",
    "_warning",
    "_whole",
    "_at",
    "Diagnostic",
    "ValueError",
    "_PartsError",
    "UnreadableError",
}
MODULES = (
    "returns",
    "rows",
    "cells",
    "drafts",
    "doubles",
    "answers",
    "evidence",
    "identities",
    "places",
    "workbook",
    "table",
)
PLACES = {"_refuse": (0, 3), "_warn": (3,), "_error": (2,), "_warning": (2,), "_whole": (2,), "Diagnostic": (2,)}
"""Which argument of a call is the message; of an exception it is the first."""


def find_forms(repo: Path) -> set[str]:
    """Texts of messages in the stage's source, each field as {}."""
    found = set()
    for name in MODULES:
        tree = ast.parse((repo / f"src/lantu/sense/{name}.py").read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                said = [node.value] if node.targets[0].id == "message" else []
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                places = PLACES.get(called, (0,)) if called in SAYING else ()
                said = [node.args[n] for n in places if n < len(node.args)]
            else:
                said = []
            found |= {form for one in said if (form := write_form(one))}
    return found


def write_form(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value if " " in node.value else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return ""


def test_every_message_of_the_stage_has_a_chinese_form(repo: Path) -> None:
    forms = find_forms(repo)
    assert len(forms) > 25
    lacking = []
    with translation.override("zh-hans"):
        for form in sorted(forms):
            said = form.format(*(f"x{n}" for n in range(form.count("{}"))))
            if tell_message(said) == said:
                lacking.append(form)
    assert lacking == []


@pytest.mark.parametrize("table", [MESSAGES, HINTS])
def test_both_languages_have_the_same_fields(table: tuple[tuple[str, str], ...]) -> None:
    for english, chinese in table:
        fields = set(re.findall(r"\{(\w+)\}", english))
        assert set(re.findall(r"\{(\w+)\}", chinese)) <= fields, english
        assert fields - set(re.findall(r"\{(\w+)\}", chinese)) <= {"why"}, english
        assert re.search(r"[一-鿿：]", chinese), english


def test_sentences() -> None:
    with translation.override("zh-hans"):
        assert tell_message("no place is known as “白山市”") == "没有叫“白山市”的地区"
        assert tell_message("“地区”: one side is empty") == "“地区”：等式有一边是空的"
        assert tell_message("says what row 3 says: gdp of 330400 in 2021 is 5 亿元") == (
            "与第 3 行说的一样：330400 的 gdp 在 2021 为 5 亿元"
        )
        assert tell_message("9 亿元: 3.00 times against 3 the year before, usual is 1.05 times; robust score 8.1") == (
            "9 亿元 是上年（3）的 3.00 倍，往年通常是 1.05 倍；稳健得分 8.1"
        )
        assert tell_message("没有“神秘指数”") == "没有“神秘指数”"
        assert tell_hint("S006", "nearest known: 青湖市; write the full name or the code of GB/T 2260") == (
            "最接近的是：青湖市；请写全称或行政区划代码"
        )
        assert tell_hint("S010", "delete one of the two; it was kept once") == ""
        assert tell_hint("X999", "look again") == "look again"
        assert tell_hint("S005", "最接近的是“甲”") == "最接近的是“甲”"
    with translation.override("en"):
        assert tell_message("the file is empty") == "the file is empty"
        assert tell_hint("S010", "delete one of the two; it was kept once") == "delete one of the two; it was kept once"
