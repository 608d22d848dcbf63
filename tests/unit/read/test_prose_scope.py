"""Years and kinds followed from paragraph to paragraph."""

from lantu.core.entry import EntryKind, Section, YearSource
from lantu.core.span import span_of
from lantu.read.modes import Mode
from lantu.read.prose_scope import Scope, Tracker
from lantu.read.prose_settings import Setting
from lantu.read.prose_stream import Stream
from lantu.read.years import Clock

PLAN = Clock(2021, 2020, (2021, 2025))
REPORT = Clock(2022, 2021, None)


def make_section(section_id: str, title: str, parent: str = "", kind: str = "heading", level: int = 1) -> Section:
    """A section whose place in the text does not matter."""
    return Section(section_id, kind, level, "", title, span_of(title, 0, len(title)), len(title), parent)


def track_plan(*sections: Section) -> Tracker:
    """A tracker at the beginning of a plan for 2021 to 2025."""
    return Tracker(PLAN, {s.id: s for s in sections}, False, Setting(Mode.AHEAD, 2025, YearSource.HORIZON))


def track_report(*sections: Section) -> Tracker:
    """A tracker at the beginning of a work report of 2022."""
    base = Setting(Mode.REVIEW, 2021, YearSource.INHERITED)
    return Tracker(REPORT, {s.id: s for s in sections}, True, base, is_work_report=True)


def resolve_at(tracker: Tracker, text: str, word: str, section: str = "") -> Scope:
    """The scope of a word in a paragraph."""
    stream = Stream(text, 0, section)
    tracker.enter(stream)
    at = text.index(word)
    scope = tracker.resolve(max(text.rfind(mark, 0, at) for mark in "。;") + 1, at)
    tracker.leave(stream)
    return scope


def test_a_year_in_the_sentence_counts_first() -> None:
    scope = resolve_at(track_plan(), "到2023年,总量达到5个。", "5个")
    assert (scope.year, scope.source, scope.kind) == (2023, YearSource.EXPLICIT, EntryKind.TARGET)
    assert scope.year_at == (0, 6)


def test_the_next_sentence_inherits_it() -> None:
    scope = resolve_at(track_plan(), "到2023年,体系建成。总量达到5个。", "5个")
    assert (scope.year, scope.source) == (2023, YearSource.INHERITED)


def test_without_a_year_the_plan_ends_it() -> None:
    scope = resolve_at(track_plan(), "总量达到5个。", "5个")
    assert (scope.year, scope.source) == (2025, YearSource.HORIZON)


def test_a_year_that_is_over_was_reported() -> None:
    assert resolve_at(track_plan(), "2020年,总量达到5个。", "5个").kind is EntryKind.ACTUAL


def test_every_year_has_no_year() -> None:
    scope = resolve_at(track_plan(), "每年培育园区5个,引进企业8家。", "8家")
    assert (scope.year, scope.source) == (None, YearSource.ANNUAL)


def test_a_base_year_governs_nothing() -> None:
    assert resolve_at(track_plan(), "总量较2015年增加5个。", "5个").year == 2025


def test_a_list_keeps_the_year_that_leads_it() -> None:
    tracker = track_plan()
    resolve_at(tracker, "到2023年,实现以下目标,各项工作走在前列,具体指标如下,分项推进实施落实:", "目标")
    assert resolve_at(tracker, "-总量达到5个。", "5个").year == 2023
    assert resolve_at(tracker, "另起一段,总量达到6个。", "6个").year == 2025


def test_a_vision_ends_with_its_section() -> None:
    tracker = track_plan(make_section("a", "二〇三五年远景目标"), make_section("b", "重点任务"))
    assert resolve_at(tracker, "总量达到9个。", "9个", "a").year == 2035
    assert resolve_at(tracker, "总量达到5个。", "5个", "b").year == 2025


def test_the_title_governs_nothing() -> None:
    title = make_section("t", "云山市规划和二〇三五年远景目标纲要", level=0)
    tracker = track_plan(title, make_section("a", "重点任务", "t"))
    assert resolve_at(tracker, "总量达到5个。", "5个", "a").year == 2025


def test_a_report_turns_with_its_headings() -> None:
    sections = (
        make_section("a", "2021年工作回顾"),
        make_section("b", "2022年工作安排"),
        make_section("c", "加强自身建设"),
    )
    tracker = track_report(*sections)
    done = resolve_at(tracker, "建成园区5个。", "5个", "a")
    planned = resolve_at(tracker, "建成园区6个。", "6个", "b")
    later = resolve_at(tracker, "压减支出7%。", "7%", "c")
    assert (done.year, done.kind) == (2021, EntryKind.ACTUAL)
    assert (planned.year, planned.kind) == (2022, EntryKind.TARGET)
    assert (later.year, later.kind) == (2022, EntryKind.TARGET)


def test_a_report_turns_at_a_line_nobody_marked() -> None:
    tracker = track_report()
    assert resolve_at(tracker, "建成园区5个。", "5个").kind is EntryKind.ACTUAL
    tracker.enter(Stream("**2022年工作任务**", 0))
    assert resolve_at(tracker, "建成园区6个。", "6个").kind is EntryKind.TARGET


def test_a_deadline_inside_a_report_does_not_spread() -> None:
    tracker = track_report(make_section("b", "2022年工作安排"))
    text = "加快园区建设,到2025年达到50个。新增企业6家。"
    assert resolve_at(tracker, text, "50个", "b").year == 2025
    assert resolve_at(tracker, text, "6家", "b").year == 2022


def test_a_later_year_in_a_review_is_promised() -> None:
    tracker = track_report(make_section("a", "2021年工作回顾"))
    assert resolve_at(tracker, "编制规划,到2025年达到50个。", "50个", "a").kind is EntryKind.TARGET


def test_a_year_after_a_salutation_governs_the_paragraph() -> None:
    tracker = track_report(make_section("a", "2021年工作回顾"))
    text = "各位代表,进入2022年,我们迎难而上。发动志愿者900名。"
    assert resolve_at(tracker, text, "900名", "a").year == 2022
