"""What people wrote, with the figures that state a fact bound to it.

In: a passage as written and the facts of the report. Out: the passage with bound figures, and
which of the facts it cites have changed since. Left out on purpose: guesses. A figure is
bound only where its number and unit are those of one fact and the sentence names what the
fact is about; any other stays unbound, and `lantu report verify` says so.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lantu.core.report import Fact, Passage, Piece, Written
from lantu.show.reports.ledger import Ledger
from lantu.show.reports.numerals import find_tokens, is_plain, read_digits, read_unit, says_the_same


def find_cited(text: str, facts: Iterable[Fact]) -> dict[str, str]:
    """Facts that a text states, by address, each with what the text says."""
    facts = tuple(facts)
    cited = {}
    for start, sentence in _split_sentences(text):
        for token in find_tokens(sentence):
            if not is_plain(text, replace(token, start=start + token.start, end=start + token.end)):
                fact = _find_fact(token.text, sentence, facts)
                if fact is not None:
                    cited[fact.address] = token.text
    return cited


def bind_passage(ledger: Ledger, empty: Passage, written: Written) -> Passage:
    """The passage as the report holds it.

    Args:
        ledger: Of the report, with all facts of its other parts.
        empty: Its name and prompt.
        written: What somebody wrote for it.
    """
    cited = dict(written.cited)
    lines = tuple(_bind_line(ledger, line, cited) for line in written.text.splitlines() if line.strip())
    changed = tuple(a for a, text in cited.items() if a not in ledger.facts or not _states(text, ledger.facts[a]))
    return replace(empty, lines=lines, author=written.author, written_at=written.written_at, changed=changed)


def _bind_line(ledger: Ledger, text: str, cited: Mapping[str, str]) -> tuple[Piece, ...]:
    pieces, at = [], 0
    for start, sentence in _split_sentences(text):
        for token in find_tokens(sentence):
            begin, end = start + token.start, start + token.end
            if is_plain(text, replace(token, start=begin, end=end)):
                continue
            fact = _find_cited_fact(token.text, cited, ledger) or _find_fact(
                token.text, sentence, ledger.facts.values()
            )
            if fact is None:
                continue
            pieces += [Piece(text[at:begin])] if begin > at else []
            pieces.append(ledger.bind(fact, token.text))
            at = end
    return (*pieces, Piece(text[at:])) if at < len(text) else tuple(pieces)


def _find_cited_fact(text: str, cited: Mapping[str, str], ledger: Ledger) -> Fact | None:
    """A figure that stated a fact when it was written keeps to that fact, whatever the fact is now."""
    found = [address for address, then in cited.items() if says_the_same(text, then) and address in ledger.facts]
    return ledger.facts[found[0]] if len(found) == 1 else None


def _find_fact(text: str, sentence: str, facts: Iterable[Fact]) -> Fact | None:
    found = [f for f in facts if _states(text, f) and f.what.rpartition(" ")[0] in sentence]
    return found[0] if len({fact.what for fact in found}) == 1 else None


def states_fact(text: str, fact: Fact) -> bool:
    """Whether a piece says what its fact says, with the fact's unit or, in a table, without one."""
    return says_the_same(text, fact.shown) or (not read_unit(text) and says_the_same(text, read_digits(fact.shown)))


def _states(text: str, fact: Fact) -> bool:
    return read_unit(text) != "" and says_the_same(text, fact.shown)


def _split_sentences(text: str) -> Iterable[tuple[int, str]]:
    return ((match.start(), match.group()) for match in re.finditer(r"[^。；！？\n]+[。；！？]?", text))
