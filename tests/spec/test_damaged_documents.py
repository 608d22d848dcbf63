"""Whatever happens to a document on its way, the reader answers, and what it quotes stands in the text.

The sample's documents are cut, shuffled, doubled and sprinkled with what copies leave behind; the damage is the same
in every run, so that a failure can be looked at again.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from lantu.core.entry import Reading
from lantu.core.span import Span
from lantu.read import read_text

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "jiaxing"
DOCUMENTS = sorted(path.name for path in SAMPLE.iterdir() if path.suffix in (".md", ".txt"))
LITTER = "\u00a0\u200b\ufeff\t\r\n|[]（）()%％〇零亿万%0123456789.，、—-#*＊>"


def drop_characters(text: str, chance: random.Random) -> str:
    return "".join(c for c in text if chance.random() > 0.03)


def sprinkle(text: str, chance: random.Random) -> str:
    return "".join(c + chance.choice(LITTER) if chance.random() < 0.03 else c for c in text)


def shuffle_lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    chance.shuffle(lines)
    return "".join(lines)


def drop_line_breaks(text: str, chance: random.Random) -> str:
    return "".join(c for c in text if c != "\n" or chance.random() < 0.4)


def repeat_parts(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) // 2)
    return text[: start + 2000] + text[start : start + 2000] + text[start:]


def blank_cells(text: str, chance: random.Random) -> str:
    """Cells of tables emptied, the names of rows among them."""
    lines = text.splitlines(keepends=True)
    return "".join(_blank_one(line, chance) if "|" in line or "\t" in line else line for line in lines)


def _blank_one(line: str, chance: random.Random) -> str:
    parts = re.split(r"([|\t\n])", line)
    return "".join(" " if part.strip("|\t\n") and chance.random() < 0.2 else part for part in parts)


def find_spans(value: Any) -> Iterator[Span]:
    """Every span in a noun, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from find_spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from find_spans(getattr(value, field.name))


def find_faults(reading: Reading) -> list[str]:
    """What must never be: quotes that are not the text, figures that nobody can name, errors of our own."""
    text = reading.text
    spans = find_spans((reading.sections, reading.tables, reading.entries, reading.diagnostics))
    faults = [f"span {span.start}" for span in spans if text[span.start : span.end] != span.quote]
    faults += [f"entry {entry.id} has no name" for entry in reading.entries if not has_words(entry.indicator)]
    rows = [row for table in reading.tables for row in table.rows]
    faults += [f"row {row.no} has no name" for row in rows if not has_words(row.name)]
    return faults + [d.code for d in reading.diagnostics if d.code in ("R090", "R091", "R092")]


def has_words(name: str) -> bool:
    """Whether a name holds a letter or a Chinese character."""
    return any(character.isalpha() for character in name)


DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    drop_characters, sprinkle, shuffle_lines, drop_line_breaks, repeat_parts, blank_cells,
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_damaged_document_is_answered(name: str, damage: Callable[[str, random.Random], str]) -> None:
    whole = (SAMPLE / name).read_text(encoding="utf-8")
    for seed in range(4):
        text = damage(whole, random.Random(f"{name} {seed}"))
        reading = read_text(text, name)
        assert reading.text == text
        assert find_faults(reading) == []
