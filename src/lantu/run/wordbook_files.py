"""Files in which people wrote what they think of names: pairs that are one indicator, and pairs that are not.

In: bytes of a CSV or YAML file. Out: a `Wordbook`. Left out on purpose: the registry,
which keeps what people said on a page.
"""

import csv
import io
from typing import Any

import yaml

from lantu.check.wordbook import Pair, Wordbook

_SHAPE = "Write rows of first,second,verdict (same or apart) in CSV, or the lists same: and apart: of pairs in YAML."


class WordbookError(ValueError):
    """The file, or a word on names, cannot be used; the message says where and what to do."""


def parse_wordbook(data: bytes, name: str) -> Wordbook:
    """A file of pairs, CSV or YAML by its name.

    Raises:
        WordbookError: If it is not of that shape.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WordbookError(f"{name}: not UTF-8 at byte {error.start}. Save it as UTF-8.") from error
    is_table = name.lower().endswith(".csv")
    pairs = _parse_table(text, name) if is_table else _parse_lists(text, name)
    return Wordbook(None, pairs["same"], pairs["apart"])


def _parse_table(text: str, name: str) -> dict[str, tuple[Pair, ...]]:
    rows = csv.DictReader(io.StringIO(text))
    if not {"first", "second", "verdict"} <= set(rows.fieldnames or ()):
        raise WordbookError(f"{name}: the first line must name first, second and verdict. {_SHAPE}")
    found: dict[str, list[Pair]] = {"same": [], "apart": []}
    for row in rows:
        first, second, verdict = ((row[column] or "").strip() for column in ("first", "second", "verdict"))
        if verdict not in found or not first or not second:
            raise WordbookError(f"{name}, line {rows.line_num}: two names and same or apart are needed. {_SHAPE}")
        found[verdict].append((first, second))
    return {verdict: tuple(pairs) for verdict, pairs in found.items()}


def _parse_lists(text: str, name: str) -> dict[str, tuple[Pair, ...]]:
    try:
        body = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        raise WordbookError(f"{name}: not YAML ({str(error).splitlines()[0]}). {_SHAPE}") from error
    if not isinstance(body, dict) or not set(body) <= {"same", "apart"}:
        raise WordbookError(f"{name}: only the lists same and apart are known. {_SHAPE}")
    return {verdict: tuple(_read_pair(item, name) for item in body.get(verdict) or ()) for verdict in ("same", "apart")}


def _read_pair(item: Any, name: str) -> Pair:
    if not isinstance(item, list) or len(item) != 2 or not all(isinstance(word, str) and word.strip() for word in item):
        raise WordbookError(f"{name}: {item!r} is no pair of two names. {_SHAPE}")
    return item[0].strip(), item[1].strip()
