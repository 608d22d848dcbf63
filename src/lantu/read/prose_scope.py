"""Which year a figure is about, and whether it is promised or reported.

In: paragraphs in order, with the years they name. Out: for every figure the
year that governs it, where that year stands, and its kind.
Left out on purpose: what headings and single words say, kept in `prose_settings`,
`years` and `modes`.
"""

import re
from dataclasses import dataclass, field

from lantu.core.entry import EntryKind, Section, YearSource
from lantu.core.inference import Inference
from lantu.read import inferences as rules
from lantu.read.context import Context
from lantu.read.modes import Mode, read_heading, turns_ahead
from lantu.read.prose_settings import REPORT_KINDS, Setting, open_setting, read_clock, settle_heading
from lantu.read.prose_stream import Stream, simplify_text
from lantu.read.years import Clock, Role, YearMention, find_years

_HEAD_MARKS = re.compile(r"[*#\s]+")
_LISTED = re.compile(
    r"^(?:-|·|●|◆|■|\*|[一二三四五六七八九十]+是|\d{1,2}[.、)](?!\d)|\([一二三四五六七八九十\d]+\)|[①-⑳])"
)

_RULES = {
    YearSource.INHERITED: rules.YEAR_HEADING,
    YearSource.IMPLICIT: rules.YEAR_REVIEW,
    YearSource.HORIZON: rules.YEAR_HORIZON,
}
"""How the setting of a heading gives a year."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Year and kind of one figure.

    Attributes:
        year: The year that governs it, or None.
        source: Where that year comes from.
        kind: Promised or reported.
        first: First year of an interval, else None.
        year_at: Offsets in the document of the words that name the year.
        year_rule: How the year was inferred, or None where the sentence states it.
        kind_rule: How the kind was.
    """

    year: int | None
    source: YearSource
    kind: EntryKind
    first: int | None = None
    year_at: tuple[int, int] | None = None
    year_rule: Inference | None = None
    kind_rule: Inference = rules.KIND_HEADING


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
    stream: Stream = field(default_factory=lambda: Stream("", 0))
    mentions: tuple[YearMention, ...] = ()
    lead: YearMention | None = None
    lead_at: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        self.setting = self.base

    def enter(self, stream: Stream) -> None:
        """Move to the next paragraph."""
        if stream.section != self.section:
            if not self._is_item(stream.section):
                self.lead = None
            self.section = stream.section
            self.setting = self.settle(stream.section)
        if stream.kind != "heading":
            if len(stream.text) <= 40 and not re.search(r"[。;]", stream.text):
                self._enter_head(stream)
            elif not _LISTED.match(stream.text):
                self.lead = None
        self.stream, self.mentions = stream, find_years(stream.text, self.clock)
        if self.is_report and self.setting.mode is Mode.REVIEW and turns_ahead(stream.text[:80]):
            self._turn(Setting(Mode.AHEAD, self.clock.issued, YearSource.INHERITED))

    def _is_item(self, section_id: str) -> bool:
        """Whether a section is one of the run-in items under the paragraph before."""
        section, before = self.sections.get(section_id), self.sections.get(self.section)
        if section is None or section.kind != "runin":
            return False
        return section.parent == self.section or (before is not None and section.parent == before.parent)

    def settle(self, section_id: str, depth: int = 0) -> Setting:
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
        parent = self.base if is_top else self.settle(section.parent, depth + 1)
        setting = settle_heading(
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
            self._turn(settle_heading(title, self.base, self.clock, True, True))

    def _turn(self, setting: Setting) -> None:
        self.setting = self.base = setting
        self.settings[self.section] = setting

    def leave(self, stream: Stream) -> None:
        """Remember the year that leads the paragraph, for the list that may follow it."""
        if _LISTED.match(stream.text):
            return
        for mention in self.mentions:
            if mention.role in (Role.DUE, Role.PLAIN, Role.INTERVAL) and mention.start <= 30:
                self.lead, self.lead_at = mention, stream.locate(mention.start, mention.end)
                return

    def resolve(self, sentence_start: int, position: int, annual_from: int = 0) -> Scope:
        """Year and kind of a figure at this position of the paragraph.

        Args:
            sentence_start: Where its sentence begins.
            position: Where it stands.
            annual_from: From where on a 每年 counts; a rate minds only its own clause.
        """
        setting = self.setting
        inside, earlier = self._last_mentions(sentence_start, position, annual_from)
        if inside is not None:
            rule = rules.YEAR_RELATIVE if inside.source is YearSource.IMPLICIT else None
            return self._scope(inside, inside.source, self._locate(inside), rule)
        if earlier is not None and (setting.source is not YearSource.INHERITED or self._leads(earlier)):
            return self._scope(earlier, YearSource.INHERITED, self._locate(earlier), rules.YEAR_EARLIER)
        if self.lead is not None:
            return self._scope(self.lead, YearSource.INHERITED, self.lead_at, rules.YEAR_LEAD)
        kind, kind_rule = self._kind(None)
        rule = None if setting.year is None else _RULES.get(setting.source)
        return Scope(setting.year, setting.source, kind, year_rule=rule, kind_rule=kind_rule)

    def _last_mentions(
        self, sentence_start: int, position: int, annual_from: int
    ) -> tuple[YearMention | None, YearMention | None]:
        """The last governing mention before a position: in its sentence, and before its sentence."""
        inside: YearMention | None = None
        earlier: YearMention | None = None
        for mention in self.mentions:
            if mention.start >= position:
                break
            if mention.role in (Role.BASE, Role.SINCE) or (mention.role is Role.ANNUAL and mention.start < annual_from):
                continue
            if mention.start >= sentence_start:
                inside = mention
            elif mention.year is not None:
                earlier = mention
        return inside, earlier

    def _scope(
        self, mention: YearMention, source: YearSource, at: tuple[int, int] | None, rule: Inference | None
    ) -> Scope:
        kind, kind_rule = self._kind(mention)
        return Scope(mention.year, source, kind, mention.first, at, rule, kind_rule)

    def _locate(self, mention: YearMention) -> tuple[int, int]:
        return self.stream.locate(mention.start, mention.end)

    def _leads(self, mention: YearMention) -> bool:
        """Whether the mention stands at the head of its paragraph and so governs all of it."""
        if mention.start <= 12 and not re.search(r"[,;:]", self.stream.text[: mention.start]):
            return True
        is_topic = self.stream.text[mention.end : mention.end + 1] == "," and mention.role is not Role.DUE
        return is_topic and mention.start <= 20

    def _kind(self, mention: YearMention | None) -> tuple[EntryKind, Inference]:
        """Promised or done: what the year says, else what the headings say."""
        mode, clock, rule = self.setting.mode, self.clock, rules.KIND_HEADING
        if mention is not None and mention.year is not None:
            is_over = clock.last is not None and mention.year <= clock.last
            is_ahead = mention.role is Role.DUE if clock.issued is None else mention.year > clock.issued
            if mention.role is Role.NOW or is_over:
                mode, rule = Mode.REVIEW, rules.KIND_YEAR
            elif is_ahead:
                mode, rule = Mode.AHEAD, rules.KIND_YEAR
        return EntryKind.TARGET if mode is Mode.AHEAD else EntryKind.ACTUAL, rule


def _is_title(section: Section) -> bool:
    """Whether the section is the whole document under its title, which names years of its own."""
    return section.kind in ("heading", "title") and section.level == 0


def open_tracker(context: Context) -> Tracker:
    """A tracker at the beginning of the document."""
    clock = read_clock(context)
    is_report = context.facts.kind in REPORT_KINDS
    sections = {section.id: section for section in context.sections}
    return Tracker(clock, sections, is_report, open_setting(context, clock), context.facts.kind == "work_report")
