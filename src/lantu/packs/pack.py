"""What a pack is made of, once read.

In: nothing (nouns only). Out: the parts of a pack's folder as frozen values.
Left out on purpose: the formulas themselves; a pack names them, and whoever
loads the folder hands the functions over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lantu.core.definition import Definition
from lantu.core.step import Measured, Step
from lantu.packs.rulebook import RuleBook

PART_FILES = ("pack.yml", "indicators.yml", "rules.yml", "formulas.py", "words.yml", "quality.yml")
"""What every pack's folder holds, beside cases/*.yml."""


@dataclass(frozen=True, slots=True)
class Input:
    """One column that a pack's formulas may read.

    Attributes:
        name: What formulas call it.
        kind: figure, word, place, flag, date, hour or time.
        unit: Symbol of the unit figures are handed over in, or "" for a bare number.
        columns: Names the column goes by in files, without unit; the first is the one to recommend.
    """

    name: str
    kind: str
    unit: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """How an indicator is computed from rows.

    Attributes:
        function: Name of a function in formulas.py.
        takes: row (one row, one result) or group (rows that share the keys, one result).
        group_by: Keys of a group: names of inputs, or year, month, day, hour_ending_day.
        needs: Inputs without which there is nothing to compute.
        uses: Inputs it reads where they are there.
        arguments: Further named arguments of the function.
    """

    function: str
    takes: str = "row"
    group_by: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    arguments: tuple[tuple[str, Any], ...] = ()

    @property
    def inputs(self) -> tuple[str, ...]:
        """All inputs it reads."""
        return (*self.needs, *self.uses)


@dataclass(frozen=True, slots=True)
class PackIndicator:
    """An indicator of a pack: what it is, how it is computed from rows, and which cells of which step it is."""

    definition: Definition
    formula: Formula | None
    measured: tuple[Measured, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """Inputs and the answer, in a form that an expert can write.

    Attributes:
        sentence: What the case shows.
        indicator: Code without the pack's name.
        rows: Columns and cells of each row.
        settings: Settings that differ from the default.
        answer: What the result must hold; parts not named may be anything.
        file: Where it stands.
        line: Line it begins on.
    """

    sentence: str
    indicator: str
    rows: tuple[Mapping[str, str], ...]
    settings: Mapping[str, str]
    answer: Mapping[str, Any]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class QualityMark:
    """How a pack says that it stands to one rule of quality.

    Attributes:
        rule: Name of the rule.
        status: done, todo or exempt.
        comment: Why, for todo and exempt.
    """

    rule: str
    status: str
    comment: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack, read.

    Attributes:
        name: The folder's name, first part of every indicator's address.
        title: In Chinese.
        title_en: In English.
        licence: Of the pack's own text.
        owners: Who answers for it.
        sources: Standards and documents it rests on.
        inputs: Columns it knows.
        indicators: In the file's order.
        steps: How their figures are made on the lake, each after those it is from.
        rules: Rules by date, and settings.
        words: Key and language to word.
        quality: One mark for each rule of quality.
        cases: Worked cases.
    """

    name: str
    title: str
    title_en: str
    licence: str
    owners: tuple[str, ...]
    sources: tuple[str, ...]
    inputs: tuple[Input, ...]
    indicators: tuple[PackIndicator, ...]
    rules: RuleBook
    words: Mapping[tuple[str, str], str]
    quality: tuple[QualityMark, ...]
    cases: tuple[WorkedCase, ...]
    steps: tuple[Step, ...] = ()

    def find_indicator(self, code: str) -> PackIndicator | None:
        """The indicator with that code, written with or without the pack's name."""
        wanted = code.removeprefix(f"{self.name}.")
        return next((i for i in self.indicators if i.definition.code == wanted), None)

    def find_input(self, name: str) -> Input | None:
        """The input with that name."""
        return next((i for i in self.inputs if i.name == name), None)
