"""Which year a passage is about, and whether it promises or reports.

In: a context with facts and sections. Out: the years a document speaks from,
a setting for every section, and a tracker that follows years from sentence to
sentence. Left out on purpose: what single words say, kept in `years` and `modes`.
"""

import re
from dataclasses import dataclass, field

from lantu.core.entry import EntryKind, Section, YearSource
from lantu.read.context import Context
from lantu.read.modes import Mode, read_heading, turns_ahead
from lantu.read.prose_stream import Stream, simplify_text
from lantu.read.years import Clock, Role, YearMention, find_years

_DATE = re.compile(r"(20\d{2})\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|(20\d{2})-\d{1,2}-\d{1,2}(?!\d)")
_TITLE_YEAR = re.compile(r"(20\d{2})\s*年")
_PERIOD = re.compile(r"(20\d{2})\s*[年]?\s*(?:-{1,2}|~|至|到)\s*(20\d{2})\s*年")
_HEAD_MARKS = re.compile(r"[*#\s]+")
_LISTED = re.compile(
    r"^(?:-|·|●|◆|■|\*|[一二三四五六七八九十]+是|\d{1,2}[.、)](?!\d)|\([一二三四五六七八九十\d]+\)|[①-⑳])"
)
PLAN_KINDS = frozenset({"outline", "special_plan", "action_plan", "annual_plan"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the headings around a passage say.

    Attributes:
        mode: Promised or done.
        year: The year meant where no sentence names one.
        source: Where that year comes from.
    """

    mode: Mode
    year: int | None
    source: YearSource


@dataclass(frozen=True, slots=True)
class Scope:
    """Year and kind of one figure."""

    year: int | None
    source: YearSource
    kind: EntryKind
    first: int | None = None
    mention: YearMention | None = None


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
    if facts.kind == "bulletin" and title_year is not None:
        return Clock(int(title_year[1]) + 1, int(title_year[1]), None)
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


def _default_setting(context: Context, clock: Clock) -> Setting:
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


def _resolve(
    title: str, parent: Setting, clock: Clock, is_report: bool, is_top: bool, is_run_in: bool = False
) -> Setting:
    passage = read_heading(title, clock, is_report)
    mode = passage.mode
    if is_run_in and passage.year is None:
        return parent
    if mode is None or (not is_top and not passage.is_strong and passage.year is None):
        if passage.year is None:
            return parent
        mode = parent.mode
    if passage.year is not None:
        return Setting(mode, passage.year, YearSource.INHERITED)
    if mode is parent.mode and not is_top:
        return parent
    if mode is Mode.REVIEW:
        return Setting(mode, clock.last, YearSource.IMPLICIT)
    if is_report:
        return Setting(mode, clock.issued, YearSource.INHERITED)
    if clock.period is not None:
        return Setting(mode, clock.period[1], YearSource.HORIZON)
    return Setting(mode, None, YearSource.NONE)


@dataclass(slots=True)
class Tracker:
    """Follows years and modes through a document's paragraphs, in order.

    Attributes:
        clock: The years the document speaks from.
        sections: By id.
        is_report: Whether the document reports and promises in turn.
        is_work_report: Whether a line may turn the document's mode without being a heading.
        base: Setting that a section without a word of its own takes over.
    """

    clock: Clock
    sections: dict[str, Section]
    is_report: bool
    base: Setting
    is_work_report: bool = False
    settings: dict[str, Setting] = field(default_factory=dict)
    section: str = ""
    setting: Setting = field(init=False)
    lead: YearMention | None = None
    mentions: tuple[YearMention, ...] = ()

    def __post_init__(self) -> None:
        self.setting = self.base

    def enter(self, stream: Stream) -> None:
        """Move to the next paragraph."""
        if stream.section != self.section:
            self.section, self.lead = stream.section, None
            self.setting = self._settle(stream.section)
        if stream.kind != "heading":
            if len(stream.text) <= 40 and not re.search(r"[。;]", stream.text):
                self._enter_head(stream)
            elif not _LISTED.match(stream.text):
                self.lead = None
        self.mentions = find_years(stream.text, self.clock)
        if self.is_report and self.setting.mode is Mode.REVIEW and turns_ahead(stream.text[:80]):
            self._turn(Setting(Mode.AHEAD, self.clock.issued, YearSource.INHERITED))

    def _settle(self, section_id: str, depth: int = 0) -> Setting:
        """The setting of a section, worked out when the text reaches it."""
        if section_id in self.settings:
            return self.settings[section_id]
        section = self.sections.get(section_id)
        if section is None or depth > 12:
            return self.base
        if _is_title(section):
            return self.base
        around = self.sections.get(section.parent)
        is_top = around is None or _is_title(around)
        parent = self.base if is_top else self._settle(section.parent, depth + 1)
        setting = _resolve(
            simplify_text(section.title), parent, self.clock, self.is_report, is_top, section.kind == "runin"
        )
        self.settings[section_id] = setting
        if is_top and self.is_report:
            self.base = setting
        return setting

    def _enter_head(self, stream: Stream) -> None:
        """A line that reads like a heading though nobody marked it as one."""
        title = _HEAD_MARKS.sub("", stream.text)
        passage = read_heading(title, self.clock, self.is_report)
        if self.is_work_report and passage.mode is not None and passage.is_strong:
            self._turn(_resolve(title, self.base, self.clock, True, True))

    def _turn(self, setting: Setting) -> None:
        self.setting = self.base = setting
        self.settings[self.section] = setting

    def leave(self, stream: Stream) -> None:
        """Remember the year that leads the paragraph, for the list that may follow it."""
        if _LISTED.match(stream.text):
            return
        for mention in self.mentions:
            if mention.role in (Role.DUE, Role.PLAIN, Role.INTERVAL) and mention.start <= 30:
                self.lead = mention
                return

    def resolve(self, sentence_start: int, position: int) -> Scope:
        """Year and kind of a figure at this position of the paragraph."""
        setting = self.setting
        inside: YearMention | None = None
        earlier: YearMention | None = None
        for mention in self.mentions:
            if mention.start >= position:
                break
            if mention.role is Role.ANNUAL:
                if mention.start >= sentence_start:
                    inside = mention
                continue
            if mention.role in (Role.BASE, Role.SINCE) or mention.year is None:
                continue
            if mention.start >= sentence_start:
                inside = mention
            else:
                earlier = mention
        if inside is not None and inside.role is Role.ANNUAL:
            return Scope(None, YearSource.ANNUAL, self._kind(setting, None), None, inside)
        if inside is not None:
            return Scope(inside.year, inside.source, self._kind(setting, inside), inside.first, inside)
        if earlier is not None and (setting.source is not YearSource.INHERITED or self._leads(earlier)):
            return Scope(earlier.year, YearSource.INHERITED, self._kind(setting, earlier), earlier.first, earlier)
        if self.lead is not None:
            return Scope(
                self.lead.year, YearSource.INHERITED, self._kind(setting, self.lead), self.lead.first, self.lead
            )
        return Scope(setting.year, setting.source, self._kind(setting, None))

    def _leads(self, mention: YearMention) -> bool:
        """Whether the mention stands at the head of its paragraph and so governs all of it."""
        return mention.start <= 12

    def _kind(self, setting: Setting, mention: YearMention | None) -> EntryKind:
        mode = setting.mode
        if mention is not None and mention.year is not None:
            if mention.role is Role.NOW or (self.clock.last is not None and mention.year <= self.clock.last):
                mode = Mode.REVIEW
            elif (self.clock.issued is not None and mention.year > self.clock.issued) or (self.clock.issued is None and mention.role is Role.DUE):
                mode = Mode.AHEAD
        return EntryKind.TARGET if mode is Mode.AHEAD else EntryKind.ACTUAL


def _is_title(section: Section) -> bool:
    """Whether the section is the whole document under its title, which names years of its own."""
    return section.kind in ("heading", "title") and section.level == 0


def open_tracker(context: Context) -> Tracker:
    """A tracker at the beginning of the document."""
    clock = read_clock(context)
    is_report = context.facts.kind in ("work_report", "news", "bulletin")
    sections = {section.id: section for section in context.sections}
    return Tracker(clock, sections, is_report, _default_setting(context, clock), context.facts.kind == "work_report")
