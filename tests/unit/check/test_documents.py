"""The whole check of some documents."""

import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lantu.check.documents import check_readings
from lantu.check.registry import RULES
from lantu.core.diagnostic import Severity
from lantu.read import read_plan, read_text

SNIPPETS = [snippet.text for rule in RULES for snippet in rule.hit]
REPEATED = "过去五年，全市坚持绿色发展，河湖面貌明显改善，群众满意度持续提高。"
TEXT = f"临江市发展规划\n\n{REPEATED}\n\n{REPEATED}\n\n2020年，三次产业结构为2.3:52.9:45.8，服务业比重提高。\n"


def test_errors_come_first() -> None:
    _, findings, diagnostics = check_readings([read_text(TEXT, "甲.txt")])
    assert [finding.severity for finding in findings] == [Severity.ERROR, Severity.WARNING]
    assert diagnostics == ()


def test_only_the_rules_asked_for_are_applied() -> None:
    rules = [rule for rule in RULES if rule.code == "C190"]
    _, findings, _ = check_readings([read_text(TEXT, "甲.txt")], rules)
    assert [finding.code for finding in findings] == ["C190"]


def test_a_document_without_words_is_told() -> None:
    _, findings, diagnostics = check_readings([read_text("", "空.txt")])
    assert findings == ()
    assert [(d.code, d.about) for d in diagnostics] == [("C001", "空.txt")]


@given(st.sampled_from(SNIPPETS), st.integers(0, 400), st.integers(1, 60))
def test_damaged_text_is_checked_without_fail(text: str, start: int, length: int) -> None:
    damaged = text[: start % len(text)] + text[start % len(text) + length :]
    reading = read_text(damaged, "甲.txt")
    _, findings, _ = check_readings([reading])
    for evidence in (e for finding in findings for e in finding.evidence):
        assert damaged[evidence.span.start : evidence.span.end] == evidence.span.quote


def test_findings_of_real_documents_quote_them_exactly(shared: Path) -> None:
    paths = sorted((shared / "seeds").glob("00[0-4]*.txt"))
    readings = [read_plan(path.read_bytes(), path.name) for path in paths]
    texts = {reading.facts.source: reading.text for reading in readings}
    began = time.perf_counter()
    alignments, findings, _ = check_readings(readings)
    assert time.perf_counter() - began < 20
    assert len(findings) > 30
    for evidence in (e for finding in findings for e in finding.evidence):
        span = evidence.span
        assert texts[evidence.source][span.start : span.end] == span.quote
        assert len(span.quote) <= 400
    for side in (side for alignment in alignments for side in (alignment.a, alignment.b)):
        assert texts[side.source][side.span.start : side.span.end] == side.span.quote
