"""Who answers for a target today, in a word.

In: handed-over responsibilities, definitions. Out: the department's name and whether it is a guess. Left out on purpose: earlier owners.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lantu.core.definition import Definition
from lantu.run.clock import today_in_china
from lantu.show.titles import department_name
from lantu.store import models
from lantu.store.fetch.departments import Thing, owners_on


@dataclass(frozen=True, slots=True)
class Owner:
    """A department; the name is "" where nobody is named."""

    name: str
    is_guessed: bool = False


NOBODY = Owner("")


@dataclass(frozen=True, slots=True)
class Owners:
    """All that is known of who answers for what."""

    told: Mapping[Thing, models.Ownership]
    definitions: Mapping[str, Definition]

    def of(self, address: str, code: str, place_code: str) -> Owner:
        """The target's own owner, else its indicator's in that place, else the one its definition names."""
        row = self.told.get(("target", address, place_code)) or self.told.get(("indicator", code, place_code))
        if row is not None:
            return Owner(department_name(row.department), row.is_guessed)
        definition = self.definitions.get(code)
        if definition is None or not definition.owner:
            return NOBODY
        return Owner(definition.owner, definition.is_owner_guessed)


def find_owners(definitions: Mapping[str, Definition]) -> Owners:
    """As of today."""
    return Owners(owners_on(today_in_china()), definitions)
