"""What is known of names beyond their spelling: definitions, and what people decided.

In: a catalogue, pairs of names confirmed to be one, and pairs forbidden. Out: the key
of a name. Left out on purpose: guessing; without a word here the spelling decides.
"""

from dataclasses import dataclass, replace

from lantu.check.match import match_indicator
from lantu.check.names import Key, key_of
from lantu.core.catalogue import Catalogue, fold_name


@dataclass(frozen=True, slots=True)
class Wordbook:
    """What to go by where names are compared.

    Attributes:
        catalogue: Definitions with their aliases, or None.
        same: Pairs of names that people confirmed; the first name's key is taken for both.
        apart: Pairs of names that people forbade; the second goes its own way.
    """

    catalogue: Catalogue | None = None
    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    def key(self, name: str, places: tuple[str, ...] = (), unit: str = "") -> Key:
        """The key of a name: people's word first, then spelling, then the catalogue's aliases."""
        folded = fold_name(name)
        for first, second in self.apart:
            if folded == fold_name(second):
                own = key_of(name, places)
                return replace(own, stem=f"{own.stem}≠{fold_name(first)}")
        for first, second in self.same:
            if folded == fold_name(second):
                return key_of(first, places)
        return self._known(name, places, unit)

    def _known(self, name: str, places: tuple[str, ...], unit: str) -> Key:
        match = match_indicator(name, unit, self.catalogue) if self.catalogue else None
        definition = self.catalogue.definition(match.code) if self.catalogue and match else None
        if definition is None or match is None or match.how != "alias":
            return key_of(name, places)
        return key_of(definition.name, places)
