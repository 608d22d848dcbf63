"""Whatever happens to a document on its way, the reader answers, and what it quotes stands in the text.

The sample's documents are cut, shuffled, doubled and sprinkled with what copies leave behind; the damage is the same
in every run, so that a failure can be looked at again.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

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


DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    drop_characters, sprinkle, shuffle_lines, drop_line_breaks, repeat_parts,
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_damaged_document_is_answered(name: str, damage: Callable[[str, random.Random], str]) -> None:
    whole = (SAMPLE / name).read_text(encoding="utf-8")
    for seed in range(4):
        text = damage(whole, random.Random(f"{name} {seed}"))
        reading = read_text(text, name)
        assert reading.text == text
        for entry in reading.entries:
            assert text[entry.span.start : entry.span.end] == entry.span.quote
            if entry.value_span is not None:
                assert text[entry.value_span.start : entry.value_span.end] == entry.value_span.quote
