"""Every word that a result shows to people stands in its pack's words.yml, in both languages."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from lantu.packs.compute import compute_table
from lantu.packs.prove import NOW, lay_table
from lantu.run.pack_folders import find_packs, load_pack

NAMES_OF_STANDARDS = {"edition"}
NAMES_OF_PLACES = {"undecided"}


def list_words(parts: dict[str, Any]) -> Iterator[str]:
    """Names of parts, keys of mappings, and words that are values."""
    for name, part in parts.items():
        yield name
        if name in NAMES_OF_STANDARDS | NAMES_OF_PLACES:
            continue
        if isinstance(part, dict):
            yield from part
        yield from (word for word in (part if isinstance(part, list | tuple) else [part]) if isinstance(word, str))


@pytest.mark.parametrize("name", ["air", "water", "economy", "projects", "services", "traffic"])
def test_words_shown_are_in_both_languages(name: str) -> None:
    loaded = load_pack(find_packs()[name])
    shown: set[str] = set()
    for case in loaded.pack.cases:
        indicator = loaded.pack.find_indicator(case.indicator)
        assert indicator is not None
        pack = replace(loaded.pack, rules=loaded.pack.rules.choose(case.settings))
        found = compute_table(lay_table(case), pack, indicator, loaded.functions, NOW)
        for result in found.results:
            shown |= set(list_words(dict(result.outcome.parts)))
    for language in ("zh", "en"):
        known = {key for key, spoken in loaded.pack.words if spoken == language}
        assert sorted(shown - known) == []
