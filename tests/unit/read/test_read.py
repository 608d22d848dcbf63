"""The reader as a whole: its laws, damaged texts, and the labelled documents."""

import hashlib
import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.diagnostic import Severity
from lantu.core.entry import Reading
from lantu.read import CHECKS, PASSES, build_context, read_plan, read_text
from lantu.read.json_form import reading_to_json
from tests.unit.read.layouts import LAYOUTS, print_plan

ALPHABET = "甲乙年到达以上下%％万亿元0123456789.,，。；：（）()[]〔〕|—-\t\n\r 　一二三、#*专栏表注目标指标单位序号属性约束性预期性增长"
LABELLED = ("000", "001", "002", "003", "anhui", "jiaxing2021")
FLOORS = {
    "spans_exact": 1.0,
    "table_row_recall": 1.0,
    "table_row_precision": 0.99,
    "table_cell_accuracy": 0.99,
    "table_cell_full": 0.98,
    "attribute_accuracy": 0.99,
    "heading_f1": 0.98,
}


def check_laws(reading: Reading) -> None:
    """What must hold of the reading of any text."""
    text = reading.text
    assert not [d for d in reading.diagnostics if d.severity is Severity.ERROR]
    for section in reading.sections:
        assert text[section.span.start : section.span.end] == section.span.quote
        assert section.span.start < section.body_end <= len(text)
    for table in reading.tables:
        for row in table.rows:
            for span in (row.name_span, *(cell.span for cell in row.cells)):
                assert text[span.start : span.end] == span.quote
    json.dumps(reading_to_json(reading))


@given(st.text(alphabet=ALPHABET, max_size=300))
def test_any_text_keeps_the_laws(text: str) -> None:
    check_laws(read_text(text, "any.txt"))


@given(st.text(max_size=200))
def test_any_characters_keep_the_laws(text: str) -> None:
    check_laws(read_text(text, "any.txt"))


@given(st.integers(min_value=0))
def test_damaged_plans_keep_the_laws(seed: int) -> None:
    chance = random.Random(seed)
    check_laws(read_text(damage(print_plan(chance.choice(sorted(LAYOUTS))), chance), "damaged.txt"))


def damage(text: str, chance: random.Random) -> str:
    """A text with characters lost, added and exchanged."""
    marks = list(text)
    for _ in range(chance.choice((1, 10, 60))):
        at = chance.randrange(len(marks))
        kind = chance.random()
        if kind < 0.4:
            del marks[at : at + chance.choice((1, 1, 5))]
        elif kind < 0.8:
            marks.insert(at, chance.choice(ALPHABET))
        else:
            other = chance.randrange(len(marks))
            marks[at], marks[other] = marks[other], marks[at]
    return "".join(marks)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_reading(data: bytes) -> None:
    reading = read_plan(data, "any.bin")
    assert reading.facts.sha256 == hashlib.sha256(data).hexdigest()
    assert reading.text or has_error(reading)


def has_error(reading: Reading) -> bool:
    return any(d.severity is Severity.ERROR for d in reading.diagnostics)


def test_gb18030_reads_like_utf8() -> None:
    text = print_plan("pipes")
    plain, other = read_plan(text.encode(), "plan.txt"), read_plan(text.encode("gb18030"), "plan.txt")
    assert [(e.id, e.value, e.span.start) for e in plain.entries] == [
        (e.id, e.value, e.span.start) for e in other.entries
    ]
    assert (plain.facts.encoding, other.facts.encoding) == ("utf-8", "gb18030")


def test_progress_is_told_from_nothing_to_all() -> None:
    told: list[tuple[float, str]] = []
    read_plan(print_plan("tabs").encode(), "plan.txt", lambda share, step: told.append((share, step)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert {"tables", "prose"} <= {step for _, step in told}


def test_ids_are_given_last_and_checks_may_only_report() -> None:
    assert [name for name, _ in PASSES][-1] == "identity"
    context, _ = build_context(print_plan("tabs"), "plan.txt")
    assert all(list(check((), context)) == [] for check in CHECKS)


def test_a_long_plan_takes_time_in_proportion() -> None:
    plan = print_plan("pipes")
    lines = len(build_context(plan * 40, "plan.txt")[0].blocks)
    assert lines == 40 * len(build_context(plan, "plan.txt")[0].blocks)


@pytest.fixture(scope="module")
def figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """What the scorer prints over all labelled documents together."""
    folder = tmp_path_factory.mktemp("readings")
    files = []
    for path in sorted([*(shared / "seeds").iterdir(), *(shared / "corpus").iterdir()]):
        if path.stem.split("_")[0] in LABELLED:
            files.append(folder / f"{path.stem}.json")
            told = reading_to_json(read_plan(path.read_bytes(), path.name))
            files[-1].write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    command = [sys.executable, str(shared / "gold" / "score.py"), "read", *map(str, files)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    together = printed[printed.index("== all documents") :]
    return {name: float(value) for name, value in re.findall(r"^(\w+) (\d\.\d+)", together, re.MULTILINE)}


@pytest.mark.parametrize("name", FLOORS)
def test_labelled_documents(figures: dict[str, float], name: str) -> None:
    assert figures[name] >= FLOORS[name]
