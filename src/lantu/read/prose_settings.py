"""The years a document speaks from, and what its headings set for the text under them.

In: a context's facts, and the titles of sections. Out: a clock, and for each
heading a setting: promised or done, and the year meant where no sentence names one.
Left out on purpose: single sentences, which `prose_scope` follows.
"""

import re
from dataclasses import dataclass, replace

from lantu.core.entry import YearSource
from lantu.read.context import Context
from lantu.read.modes import Mode, Passage, looks_back_for_sure, read_heading
from lantu.read.prose_stream import simplify_text
from lantu.read.years import Clock, Role, find_years

_DATE = re.compile(r"(20\d{2})\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|(20\d{2})-\d{1,2}-\d{1,2}(?!\d)")
_TITLE_YEAR = re.compile(r"(20\d{2})\s*年")
_PERIOD = re.compile(r"(20\d{2})\s*[年]?\s*(?:-{1,2}|~|至|到)\s*(20\d{2})\s*年")
PLAN_KINDS = frozenset({"outline", "special_plan", "action_plan", "annual_plan"})
REPORT_KINDS = frozenset({"work_report", "news", "bulletin"})
"""Kinds that report and promise in turn, so that a year in a heading decides which."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the headings around a passage say.

    Attributes:
        mode: Promised or done.
        year: The year meant where no sentence names one.
        source: Where that year comes from.
        is_goal: Whether a heading around says that goals or tasks follow.
    """

    mode: Mode
    year: int | None
    source: YearSource
    is_goal: bool = False


def read_clock(context: Context) -> Clock:
    """The years the document speaks from: issue, last year over, period."""
    facts = context.facts
    head = simplify_text(context.shadow[:1200])
    issued: int | None = int(facts.issued_on[:4]) if facts.issued_on[:4].isdecimal() else None
    if issued is None and (match := _DATE.search(head)) is not None:
        issued = int(match[1] or match[2])
    title_year = _TITLE_YEAR.search(simplify_text(facts.title))
    period = facts.period
    if (
        period is None
        and facts.kind in PLAN_KINDS
        and (match := _PERIOD.search(simplify_text(facts.title))) is not None
    ):
        period = (int(match[1]), int(match[2]))
    if period is None and facts.kind in PLAN_KINDS and title_year is not None:
        period = (int(title_year[1]), int(title_year[1]))
    if facts.kind == "bulletin" and title_year is not None:
        return Clock(int(title_year[1]), int(title_year[1]), None)
    if issued is None and title_year is not None and period is None:
        issued = int(title_year[1])
    if period is not None and facts.kind in PLAN_KINDS:
        return Clock(issued if issued is not None else period[0], period[0] - 1, period)
    if issued is None and facts.kind == "news":
        issued = _guess_issue(context)
    return Clock(issued, None if issued is None else issued - 1, period)


def _guess_issue(context: Context) -> int | None:
    """Press without a date speaks in the year after the last one it reports on."""
    years = [
        m.year
        for m in find_years(simplify_text(context.shadow), Clock(None, None, None))
        if m.role is Role.PLAIN and m.year is not None
    ]
    return max(years) + 1 if years else None


def open_setting(context: Context, clock: Clock) -> Setting:
    """What holds before the first heading."""
    kind = context.facts.kind
    if kind in PLAN_KINDS:
        return Setting(
            Mode.AHEAD,
            clock.period[1] if clock.period else None,
            YearSource.HORIZON if clock.period else YearSource.NONE,
        )
    if kind == "work_report":
        return Setting(Mode.REVIEW, clock.last, YearSource.INHERITED if clock.last is not None else YearSource.NONE)
    if kind == "bulletin":
        return Setting(Mode.REVIEW, clock.last, YearSource.INHERITED)
    return Setting(Mode.REVIEW, None, YearSource.NONE)


def settle_heading(
    title: str, parent: Setting, clock: Clock, is_report: bool, is_top: bool, is_run_in: bool = False
) -> Setting:
    """The setting under a heading, from its words and the setting around it."""
    passage = read_heading(title, clock, is_report)
    if is_run_in and (passage.year is None or "," in title):
        return parent
    if passage.year is None and not _decides(title, passage, parent, is_top):
        return parent
    mode = passage.mode if passage.mode is not None else parent.mode
    is_goal = mode is Mode.AHEAD and (passage.is_strong or parent.is_goal)
    if passage.year is not None:
        return Setting(mode, passage.year, YearSource.INHERITED, is_goal)
    if mode is parent.mode and not is_top:
        return replace(parent, is_goal=is_goal)
    if mode is Mode.REVIEW:
        return Setting(mode, clock.last, YearSource.IMPLICIT)
    if is_report:
        return Setting(mode, clock.issued, YearSource.INHERITED, is_goal)
    if clock.period is not None:
        return Setting(mode, clock.period[1], YearSource.HORIZON, is_goal)
    return Setting(mode, None, YearSource.NONE, is_goal)


def _decides(title: str, passage: Passage, parent: Setting, is_top: bool) -> bool:
    """Whether a heading without a year changes what held: goals below a review do, "取得新成效" below goals does not."""
    if passage.mode is Mode.AHEAD:
        return is_top or passage.is_strong
    if passage.mode is Mode.REVIEW:
        return not parent.is_goal or looks_back_for_sure(title)
    return False
