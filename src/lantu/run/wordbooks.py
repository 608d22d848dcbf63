"""People's word on names, for the checker, for comparing and for judging.

In: the registry, or somebody who says so. Out: a `Wordbook`. Left out on
purpose: what follows from it, which `check.wordbook` says.
"""

from collections.abc import Iterable

from lantu.check.wordbook import Wordbook
from lantu.core.catalogue import Catalogue, fold_name
from lantu.run.catalogue import load_catalogue
from lantu.run.clock import read_clock
from lantu.run.wordbook_files import WordbookError
from lantu.store.audit import append_audit
from lantu.store.fetch.checks import pairs_in_force
from lantu.store.keep.checks import keep_pair
from lantu.store.transactions import one_transaction

VERDICTS = ("same", "apart", "withdrawn")


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
