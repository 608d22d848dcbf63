"""People's word on names, for the checker, for comparing and for judging.

In: the registry, or a file that somebody wrote. Out: a `Wordbook`. Left out on
purpose: what follows from it, which `check.wordbook` says.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

import yaml

from lantu.check.wordbook import Pair, Wordbook
from lantu.core.catalogue import Catalogue, fold_name
from lantu.run.catalogue import load_catalogue
from lantu.run.clock import read_clock
from lantu.store.audit import append_audit
from lantu.store.fetch.checks import pairs_in_force
from lantu.store.keep.checks import keep_pair
from lantu.store.transactions import one_transaction

VERDICTS = ("same", "apart", "withdrawn")
_SHAPE = "Write rows of first,second,verdict (same or apart) in CSV, or the lists same: and apart: of pairs in YAML."


class WordbookError(ValueError):
    """The file, or a word on names, cannot be used; the message says where and what to do."""


def load_wordbook(place_codes: Iterable[str], catalogue: Catalogue | None = None) -> Wordbook:
    """What people said of names, for documents of these places, with the definitions in force."""
    pairs = pairs_in_force(place_codes)
    told = {v: tuple((p.first, p.second) for p in pairs if p.verdict == v) for v in ("same", "apart")}
    return Wordbook(catalogue or load_catalogue(), told["same"], told["apart"])


def decide_pair(first: str, second: str, verdict: str, *, place_code: str, reason: str = "", by: str) -> None:
    """Keep somebody's word on two names.

    Args:
        first: One name, as a plan writes it.
        second: The other.
        verdict: One of VERDICTS.
        place_code: Where it holds, with all that lies in it.
        reason: Why; needed to confirm or forbid.
        by: Who says so.

    Raises:
        WordbookError: If it cannot be kept.
    """
    first, second = ("".join(name.split())[:300] for name in (first, second))
    if verdict not in VERDICTS:
        raise WordbookError(f"{verdict!r} is no verdict")
    if not first or not second or fold_name(first) == fold_name(second):
        raise WordbookError("two different names are needed")
    if verdict != "withdrawn" and not reason.strip():
        raise WordbookError("a word on names needs a reason")
    at = read_clock()
    with one_transaction():
        keep_pair(first, second, verdict, at, place_code=place_code, reason=reason.strip(), by=by)
        append_audit(by, "names.decided", place_code, at, first=first, second=second, verdict=verdict)


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
