"""Messages of sense as whole Chinese sentences: every form the stage writes has one."""

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation

from lantu.read.codes import diagnose
from lantu.sense.readings.chunk import SAID
from lantu.show.notice_words import HINTS, MESSAGES, tell_hint, tell_job, tell_message
from lantu.show.reader_words import JOB_MESSAGES, READER_MESSAGES, READING_MESSAGES

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


WORDS_OF_READER = re.compile(r"[a-z}] [a-z]{2,}|[a-z]{2,} [a-z}]")
NO_MESSAGES = ("lexicon_", "inference_words", "codes", "context", "quantity_", "adapter_html_blocks")
"""Modules of the reader whose texts are data."""
NESTED_IN = {
    "a table": "", "an old Word file (.doc, .wps)": "{} is not .docx but an old Word file (.doc, .wps)",
    "an OpenDocument text (.odt)": "{} is not .docx but an OpenDocument text (.odt)",
    "a packed archive (docx, xlsx, odt, zip)": "{} is a packed archive (docx, xlsx, odt, zip), not text",
    "an old Office file (doc, xls)": "{} is an old Office file (doc, xls), not text",
    "binary (a NUL byte at {})": "{} is binary (a NUL byte at {}), not text",
    "{} MiB are read": "{}: its streams expand to more than {} MiB are read",
    "{} MiB when unpacked; {} MiB are read": "{} has {} MiB when unpacked; {} MiB are read",
    "is packed {} to 1; {} to 1 is read": "{}, member {} is packed {} to 1; {} to 1 is read",
    "a table has more than {} columns or {} cells": "{}: a table has more than {} columns or {} cells; the rest was left out",
    "its cells make no rows": "a table was left unread: its cells make no rows",
    "its heading is not known": "a table was left unread: its heading is not known",
    " and {} more": "{}: no unit for {} and {} more", "{} line {}": "", "{}: {}": "", "{} has {}": "", "{} is not .docx but {}": "",
    "a table was left unread: {}": "",
    "{}: {}; the rest was left out": "",
    "del moveFrom rPr pPr sectPr instrText delText commentReference footnoteReference Fallback txbxContent": "",
}  # fmt: skip
"""Texts that stand inside others, and what they make; "" for what is no message by itself."""


def list_texts(folder: Path) -> set[str]:
    """Every English text of more than a word in the modules of a folder, its fields as {}."""
    found = set()
    for path in sorted(folder.glob("*.py")):
        if path.name.startswith(NO_MESSAGES):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if id(node) not in alone | inside and isinstance(node, ast.expr):
                text = write_form(node) or (node.value if isinstance(node, ast.Constant) else "")
                if isinstance(text, str) and WORDS_OF_READER.search(text) and not text.startswith("http"):
                    found.add(text)
    return found


def test_every_message_of_the_reader_has_a_chinese_form(repo: Path) -> None:
    texts = {NESTED_IN.get(text, text) for text in list_texts(repo / "src/lantu/read")} - {""}
    assert len(texts) > 50
    lacking = []
    with translation.override("zh-hans"):
        for form in sorted(texts):
            said = form.format(*(f"x{n}" for n in range(form.count("{}"))))
            told = tell_message(said, "R001")
            if told == said or re.search(r"[a-z]{3,} [a-z]{3,}", told):
                lacking.append(form)
    assert lacking == []


def test_every_flag_and_refusal_of_readings_has_a_chinese_form(repo: Path) -> None:
    texts = {f"{{}} {what}" for what, _hint in SAID.values()}
    tree = ast.parse((repo / "src/lantu/sense/readings/rows.py").read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_refuse":
            texts.add(write_form(node.args[2]))
    texts -= {""}
    assert len(texts) > 12
    with translation.override("zh-hans"):
        lacking = [
            form
            for form in sorted(texts)
            if tell_message(said := form.format(*(f"x{n}" for n in range(form.count("{}"))))) == said
        ]
    assert lacking == []


@pytest.mark.parametrize("table", [READER_MESSAGES, READING_MESSAGES, JOB_MESSAGES])
def test_tables_of_reader_readings_and_jobs_have_the_same_fields(table: tuple[tuple[str, str], ...]) -> None:
    for english, chinese in table:
        fields = set(re.findall(r"\{(\w+)\}", english))
        assert set(re.findall(r"\{(\w+)\}", chinese)) <= fields, english
        assert fields - set(re.findall(r"\{(\w+)\}", chinese)) <= {"verdict"}, english


def test_why_a_job_failed() -> None:
    scanned = diagnose("R057", "a.pdf: none of its 3 pages has a text layer")
    empty = diagnose("R001", "a.pdf holds no words")
    kept = " ".join(f"{d.message} {d.hint}" for d in (scanned, empty))
    with translation.override("zh-hans"):
        assert tell_job(kept) == "a.pdf：3 页都没有文字层；a.pdf里没有文字"
        assert tell_job("a newer reading of the plan is in force; review that one") == (
            "规划已有更新的读法生效，请审校那一次"
        )
        assert tell_job("ZeroDivisionError: division by zero") == "程序出错，已记入日志（ZeroDivisionError）"
        assert tell_job("") == ""
    with translation.override("en"):
        assert tell_job(kept) == kept


def test_why_an_old_file_was_not_converted() -> None:
    with translation.override("zh-hans"):
        assert tell_message("a.doc: LibreOffice took longer than 120 s", "R060") == "a.doc：LibreOffice 用时超过 120 秒"
