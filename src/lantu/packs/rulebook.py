"""Rules by the date they are in force, and settings, as formulas ask for them.

In: editions with their dates. Out: the edition that held on the day the data are
about, never "today". Left out on purpose: what the figures mean; formulas know.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any


class NotInForceError(LookupError):
    """No edition of a rule held on the day, or the day is not known and the editions are several."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A rule as one standard has it.

    Attributes:
        name: Of the standard, such as "HJ 633-2012".
        begins_on: First day in force.
        ends_on: Last day in force; None while it has not been replaced.
        source: Standard, clause and date in force.
        values: Figures as exact decimals, tuples and mappings of them.
    """

    name: str
    begins_on: date
    ends_on: date | None
    source: str
    values: Mapping[str, Any]

    def is_in_force(self, day: date) -> bool:
        """Whether it held on that day."""
        return self.begins_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Setting:
    """A choice that the rules leave open, or that an office makes.

    Attributes:
        name: What formulas and `--set` call it.
        value: What holds: the default, or what was chosen.
        choices: What may be chosen.
        source: Where the default comes from.
    """

    name: str
    value: str
    choices: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules and settings of a pack."""

    editions: Mapping[str, tuple[Edition, ...]]
    settings: Mapping[str, Setting]

    def pick(self, name: str, day: date | None) -> Edition:
        """The edition of a rule that held on a day.

        A rule with one edition that was never replaced is picked without a day.

        Raises:
            NotInForceError: If none held, or the day is not known and there are several.
            KeyError: If the pack has no such rule; that is the formula's mistake.
        """
        editions = self.editions[name]
        if day is None:
            if len(editions) == 1:
                return editions[0]
            names = ", ".join(edition.name for edition in editions)
            raise NotInForceError(f"the date is not known, and {name} differs between {names}")
        for edition in editions:
            if edition.is_in_force(day):
                return edition
        raise NotInForceError(f"no edition of {name} was in force on {day}")

    def has_rule(self, name: str) -> bool:
        """Whether the pack has a rule of that name."""
        return name in self.editions

    def setting(self, name: str) -> str:
        """What holds for a setting.

        Raises:
            KeyError: If the pack has no such setting; that is the formula's mistake.
        """
        return self.settings[name].value

    def choose(self, chosen: Mapping[str, str]) -> "RuleBook":
        """The same rules with other settings.

        Raises:
            ValueError: If there is no such setting or no such choice.
        """
        settings = dict(self.settings)
        for name, value in chosen.items():
            known = settings.get(name)
            if known is None:
                raise ValueError(f"there is no setting {name}; there are: {', '.join(settings) or 'none'}")
            if value not in known.choices:
                raise ValueError(f"{name} may be {', '.join(known.choices)}, not {value}")
            settings[name] = replace(known, value=value)
        return replace(self, settings=settings)
