"""What the checker noticed, and which statements speak of the same indicator.

In: nothing (nouns only). Out: findings with evidence in every document involved,
and alignments between two places. Left out on purpose: states such as "accepted"
or "fixed", which people give and the registry keeps.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lantu.core.diagnostic import Severity
from lantu.core.span import Span


class FindingKind(StrEnum):
    """What sort of contradiction or flaw it is."""

    ARITHMETIC = "arithmetic"
    COUNT_CHECK = "count_check"
    IMPLIED = "implied"
    UNIT_MISMATCH = "unit_mismatch"
    PROSE_VS_TABLE = "prose_vs_table"
    STATUS_VS_VALUES = "status_vs_values"
    NAME_VS_VALUE = "name_vs_value"
    MISSING_ACTUAL = "missing_actual"
    CROSS_DOCUMENT = "cross_document"
    TARGET_CHANGE = "target_change"
    TARGET_DROPPED = "target_dropped"
    TARGET_ALREADY_MET = "target_already_met"
    TARGET_MISSED = "target_missed"
    TARGET_WEAKER_THAN_BASE = "target_weaker_than_base"
    LEVEL_VS_LEVEL = "level_vs_level"
    DISTRICT_VS_CITY = "district_vs_city"
    DUPLICATE_TEXT = "duplicate_text"
    TEXT_DAMAGE = "text_damage"
    TYPO = "typo"
    NAMING = "naming"
    TOC_VS_BODY = "toc_vs_body"
    HEADING_STYLE = "heading_style"


class Relation(StrEnum):
    """How two statements about an indicator go together."""

    SAME = "same"
    SCOPE_DIFFERS = "same_scope_differs"
    RELATED = "related"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in one of the documents.

    Attributes:
        source: The document's file name.
        span: The words, at most a few hundred characters.
    """

    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the drafters should look at.

    Attributes:
        code: Of the rule that found it, such as "C101".
        kind: What sort it is.
        severity: error where the text contradicts itself, warning where somebody should look, info otherwise.
        title: One line, in Chinese.
        explanation: Why, in words for somebody who wrote neither the plan nor the rule.
        evidence: Where, in each document involved.
        computed: Names and figures that were worked out again.
    """

    code: str
    kind: FindingKind
    severity: Severity
    title: str
    explanation: str
    evidence: tuple[Evidence, ...]
    computed: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two statements, in one document or two, and how their indicators go together.

    Attributes:
        a: The first place: an indicator's name in a table, or a phrase in prose.
        b: The second.
        relation: How they go together.
        reason: Why, in words.
        names: The indicators' names as the two places give them, for people to confirm or forbid.
    """

    a: Evidence
    b: Evidence
    relation: Relation
    reason: str
    names: tuple[str, str] = ("", "")
