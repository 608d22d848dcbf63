"""Revisions in words."""

from django.utils import translation

from lantu.core.target import Form
from lantu.judge.revision import judge_rebased, list_revisions
from lantu.judge.standing import judge_target
from lantu.run.revising import History
from lantu.show.revision_lines import build_rebased, build_revisions, name_base
from tests.unit.judge.builders import LATER, build_target, make_value

GDP = build_target(Form.LEVEL, "5509.5", 9000)
VALUES = (make_value(2020, "5563.58"), make_value(2022, 6739))


def test_before_after_and_why_the_newest_first() -> None:
    steps = [judge_target(GDP, known, as_of=LATER) for known in ((), VALUES, (*VALUES, make_value(2025, 7851)))]
    lines = build_revisions(History(list_revisions(steps), None))
    assert [line.why for line in lines] == ["有了更新时期的数", "换用另一个基期数；有了更新时期的数"]
    before, after = lines[0].cells
    assert (before.figure, after.figure, after.klass) == ("2022年：6,739亿元", "2025年：7,851亿元", "missed")
    assert after.base == "5,509.5亿元（规划印出的基期数）"
    assert lines[0].has_moved


def test_the_reported_base() -> None:
    line = build_rebased(History((), judge_rebased(GDP, VALUES, as_of=LATER)))
    assert line is not None
    assert line.after.base == "5,563.58亿元（填报的基期数）"
    assert (line.before.done, line.after.done) == ("35.2%", "34.2%")
    assert build_rebased(History((), None)) is None


def test_bases_in_english() -> None:
    with translation.override("en"):
        assert name_base("observed") == "base figure as reported"
    assert name_base("census 2023") == "census 2023"
