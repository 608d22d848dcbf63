"""Targets are read from the digest when it is loaded: edit a figure in a copy, and target, standing and place change."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from lantu.core.entry import Entry
from lantu.core.standing import Standing
from lantu.core.target import Target

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.on_sqlite(reason="it is about reading; the sample is loaded on both databases by another test"),
]
OUTLINE = "city-outline-2021.md"


@pytest.fixture
def copy(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "city"))


def judge_gdp(folder: Path) -> tuple[Target, Standing, Entry, str]:
    from lantu.run.clock import today_in_china
    from lantu.run.judging import judge_known
    from lantu.run.sample import load_sample
    from lantu.store.codec import decode
    from lantu.store.models import PlanTarget

    load_sample(folder, say=lambda _: None, by="test")
    for key, target, standing in judge_known(today_in_china()):
        row = PlanTarget.objects.select_related("entry", "version__document", "version__plan").get(pk=key)
        is_outline = row.version.plan.address == "plan/330400/2021/outline"
        entry = decode(Entry, row.entry.body)
        if is_outline and target.indicator_code == "gdp" and entry.origin == "table":
            return target, standing, entry, row.version.document.text
    raise AssertionError("the outline's table has no gross regional product")


def edit_target(folder: Path, old: str, new: str) -> None:
    path = folder / OUTLINE
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "地区生产总值" in line and line.startswith("|") and old in line)
    path.write_text(text.replace(line, line.replace(old, new)), encoding="utf-8")


def test_as_printed(copy: Path) -> None:
    target, standing, entry, text = judge_gdp(copy)
    assert_highlight(entry, text, "9000")
    assert str(target.value) == "9000 亿元"
    assert str(standing.klass) == "missed"


def test_an_edited_figure_changes_target_standing_and_highlight(copy: Path) -> None:
    edit_target(copy, "9000", "7800")
    target, standing, entry, text = judge_gdp(copy)
    assert str(target.value) == "7800 亿元"
    assert str(standing.klass) == "met"
    assert_highlight(entry, text, "7800")


def assert_highlight(entry: Any, text: str, figure: str) -> None:
    span = entry.value_span
    assert span is not None
    assert figure in text[span.start : span.end]
    assert text[span.start : span.end] == span.quote
