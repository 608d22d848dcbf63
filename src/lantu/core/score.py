"""Assessment 考核: the rules by which somebody is scored, and scores that say where each point came from.

In: nothing (nouns only). Out: rule sets, and scores as lines that add up. Left out on purpose: what a good score is
worth; that is for people.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lantu.core.standing import Class, Reason, Standing
from lantu.core.target import Target


class SubjectKind(StrEnum):
    """Who is scored."""

    DEPARTMENT = "department"
    DISTRICT = "district"


class Basis(StrEnum):
    """What a target's share of its points follows from."""

    COMPLETION = "completion"
    """Share of the way from base to target that is gone."""
    PACE = "pace"
    """That share over the share that should be gone by now."""
    CLASS = "class"
    """The class of the standing, by the rule set's table."""


@dataclass(frozen=True, slots=True)
class ScoreItem:
    """One weighted part of a rule set.

    Attributes:
        code: Short form, unique in the rule set.
        name: In Chinese.
        name_en: In English.
        weight: Points it can give at most.
        basis: What shares follow from.
        line: Where it stands in the file, counted from 1.
        binding: True for binding targets only, False for the others, None for both.
        indicators: Codes of indicators; () for all. A target counts in the first item that takes it.
        weights: Weight of single indicators inside the item; others weigh 1.
    """

    code: str
    name: str
    name_en: str
    weight: Decimal
    basis: Basis
    line: int
    binding: bool | None = None
    indicators: tuple[str, ...] = ()
    weights: tuple[tuple[str, Decimal], ...] = ()


class LapseKind(StrEnum):
    """What somebody did not do in time."""

    LATE_RETURN = "late_return"
    """A return 填报 handed in after its last day, or not at all."""
    OVERDUE_CASE = "overdue_case"
    """A case 督办 answered after its last day, or not at all."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """Something that was not done in time.

    Attributes:
        kind: What it is.
        address: Of the return or case, such as "sheet/12" or "case/330400/2026/7".
        name: Of it, for people.
        due_on: Its last day, as extended.
        done_on: The day it was done, or None where it is not done yet.
        days: Working days from the last day to the day it was done, or to the day of the assessment.
    """

    kind: LapseKind
    address: str
    name: str
    due_on: date
    done_on: date | None
    days: int


@dataclass(frozen=True, slots=True)
class ScoreTrigger:
    """A veto, a deduction or a bonus: what brings it about and what it does.

    Attributes:
        code: Short form, unique in the rule set.
        name: In Chinese.
        name_en: In English.
        line: Where it stands in the file.
        classes: Classes of standings that bring it about.
        reasons: For cannot_say, only these reasons; () for all.
        binding: True for binding targets only, False for the others, None for both.
        each: Points for each target; 0 for a veto.
        most: Points at most; for a veto the total it leaves at most.
        lapse: What not done in time brings a deduction about, in the place of targets; None where targets do.
        days: For a lapse, the least working days it has to be late.
    """

    code: str
    name: str
    name_en: str
    line: int
    classes: tuple[Class, ...]
    most: Decimal
    each: Decimal = Decimal(0)
    reasons: tuple[Reason, ...] = ()
    binding: bool | None = None
    lapse: LapseKind | None = None
    days: int = 1


@dataclass(frozen=True, slots=True)
class AbsenceRule:
    """What it costs that a target cannot be judged.

    Attributes:
        reason: Of the standing; NONE for every reason that has no rule of its own.
        is_left_out: Whether its points go to the other targets of the item.
        share: Of its points that it is given, where it is not left out.
        line: Where the rule stands in the file.
    """

    reason: Reason
    is_left_out: bool
    share: Decimal
    line: int


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One version of the rules of an assessment.

    Attributes:
        code: Short form; versions of one assessment share it.
        version: Of the rules; code and version together never mean two things.
        name: In Chinese.
        name_en: In English.
        source: The document that laid them down, or that they are an example.
        subject: Who is scored.
        begins_on: First day they hold.
        ends_on: Last day, or None while nothing replaced them.
        full: Full marks; the weights add up to it.
        digits: Decimals of a score, rounded half up.
        line_digits: Decimals of each line, rounded half up; the lines then add up without rounding.
        least_judged: Share of the weight that must be judged for a score to be given.
        preliminary: By how much, as a share, a preliminary figure may still change.
        bands: Other half widths of "on course" that are tried for the interval.
        items: Weighted parts, in order.
        classes: Share of the points that each class gives.
        absences: What absence costs; one of them is for all other reasons.
        vetoes: Binding vetoes 一票否决.
        deductions: 扣分.
        bonuses: 加分.
        objection_days: Working days after scores were given within which an objection must be raised; None for no limit.
    """

    code: str
    version: str
    name: str
    name_en: str
    source: str
    subject: SubjectKind
    begins_on: date
    ends_on: date | None
    full: Decimal
    digits: int
    line_digits: int
    least_judged: Decimal
    preliminary: Decimal
    bands: tuple[Decimal, ...]
    items: tuple[ScoreItem, ...]
    classes: tuple[tuple[Class, Decimal], ...]
    absences: tuple[AbsenceRule, ...]
    vetoes: tuple[ScoreTrigger, ...] = ()
    deductions: tuple[ScoreTrigger, ...] = ()
    bonuses: tuple[ScoreTrigger, ...] = ()
    objection_days: int | None = None

    @property
    def address(self) -> str:
        """Stable name of this version."""
        return f"rules/{self.code}/{self.version}"


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is scored: a department by its code, or a district by that of its place."""

    code: str
    name: str
    name_en: str
    place_code: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """A target somebody answers for.

    Attributes:
        target: The target.
        standing: How it stands.
        others: How it would stand if a preliminary figure or a tolerance were another.
        is_owner_guessed: Whether nobody confirmed yet that they answer for it.
    """

    target: Target
    standing: Standing
    others: tuple[Standing, ...] = ()
    is_owner_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What an objection that was upheld changes for one target of one subject.

    Attributes:
        subject_code: Whose score.
        target_id: Which target, or the address of which lapse.
        is_left_out: Whether it no longer counts.
        share: Of its points that it is given, where it counts.
        note: Why.
        source: Address of the objection.
    """

    subject_code: str
    target_id: str
    is_left_out: bool
    share: Decimal
    note: str
    source: str


class Refusal(StrEnum):
    """Why there is no score."""

    NONE = ""
    NO_TARGETS = "no_targets"
    NOTHING_JUDGED = "nothing_judged"
    TOO_LITTLE_JUDGED = "too_little_judged"
    NOT_IN_FORCE = "not_in_force"


class LineKind(StrEnum):
    """What a line of a score is."""

    ITEM = "item"
    SCALE = "scale"
    """Items with nothing to count give their weight to the others."""
    DEDUCTION = "deduction"
    BONUS = "bonus"
    LIMIT = "limit"
    """A score is neither below 0 nor above full marks and all bonuses."""
    VETO = "veto"
    ROUNDING = "rounding"


class Why(StrEnum):
    """How a target's share was found."""

    NONE = ""
    COMPLETION = "completion"
    PACE = "pace"
    CLASS = "class"
    CLASS_INSTEAD = "class_instead"
    """The target's form has no way to go, so its class decides."""
    ABSENT = "absent"
    LEFT_OUT = "left_out"
    CORRECTED = "corrected"
    CORRECTED_OUT = "corrected_out"


@dataclass(frozen=True, slots=True)
class PointLine:
    """A target in a line of a score: what it gives there, or that it is why the line is there.

    Attributes:
        rule: Address of the rule that decided, such as "rules/departments/2026#items.binding".
        rule_line: Where the rule stands in its file.
        name: Of the target.
        points: What it gives; 0 below deductions, bonuses and vetoes, whose points stand in the line above.
        low: The least it could be, given what is not settled.
        high: The most.
        target_id: Address of the target.
        standing: The standing it rests on.
        why: How its share was found.
        weight: The most it can give.
        share: Of the weight that it gives, or None where it has none.
        note: What a reader must see, or "".
        source: Address of the objection that changed it, or "".
        is_owner_guessed: Whether nobody confirmed yet that the subject answers for the target.
    """

    rule: str
    rule_line: int
    name: str
    points: Decimal
    low: Decimal
    high: Decimal
    target_id: str
    standing: Standing
    why: Why = Why.NONE
    weight: Decimal | None = None
    share: Decimal | None = None
    note: str = ""
    source: str = ""
    is_owner_guessed: bool = False


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One line of a score; all of them add up to it, and the targets below an item add up to the item.

    Attributes:
        kind: What it is.
        rule: Address of the rule.
        rule_line: Where the rule stands in its file, or 0 for what every rule set has.
        name: Of the rule, in Chinese, or "".
        points: What it gives or takes.
        low: The least it could be, given what is not settled.
        high: The most.
        weight: The most an item can give, or None for other lines.
        is_empty: Whether it is an item without a target that counts.
        name_en: In English, or "".
        next: The targets behind it.
        lapses: What not done in time is behind it.
    """

    kind: LineKind
    rule: str
    rule_line: int
    name: str
    points: Decimal
    low: Decimal
    high: Decimal
    weight: Decimal | None = None
    is_empty: bool = False
    name_en: str = ""
    next: tuple[PointLine, ...] = ()
    lapses: tuple[Lapse, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """What somebody is given.

    Attributes:
        subject: Who.
        points: The score, or None where it is refused.
        low: The least it could be, or None.
        high: The most, or None.
        refusal: Why there is none.
        judged: Share of the weight of the subject's targets that could be judged.
        targets: How many targets it answers for.
        lines: Every point explained; kept where the score is refused too.
    """

    subject: Subject
    points: Decimal | None
    low: Decimal | None
    high: Decimal | None
    refusal: Refusal
    judged: Decimal
    targets: int
    lines: tuple[ScoreLine, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A score among others.

    Attributes:
        score: The score.
        rank: 1 for the best; equal scores share it and the next is skipped; None where the score was refused.
        best: The best rank that the intervals allow, or None.
        worst: The worst, or None.
        is_tied: Whether another has the same score.
    """

    score: Score
    rank: int | None = None
    best: int | None = None
    worst: int | None = None
    is_tied: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """All scores by one rule set, as of a day.

    Attributes:
        rules: The rules.
        place_code: Whose departments or districts.
        as_of: The day the standings speak for.
        ranked: Best first, those without a score last.
        corrections: What upheld objections changed.
    """

    rules: RuleSet
    place_code: str
    as_of: date
    ranked: tuple[Ranked, ...]
    corrections: tuple[Correction, ...] = field(default=())
