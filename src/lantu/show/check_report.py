"""Findings with their states as a Word report for the drafting group, and as a table.

In: a plan with those it was checked with. Out: bytes of a .docx file, rows of a CSV
file. Left out on purpose: how the document looks, which `check.docx_form` says.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from lantu.check.docx_form import ReportDocument, ReportFinding, report_to_docx
from lantu.run.check_state import OPEN_STATES
from lantu.run.checking import CheckedFinding
from lantu.show.finding_lines import FindingLine, build_finding, make_texts
from lantu.show.words import SEVERITIES
from lantu.store import models


def write_report(
    run: models.CheckRun, versions: Sequence[models.PlanVersion], items: Iterable[CheckedFinding]
) -> bytes:
    """The report, in Chinese whatever the page's language is: it goes to those who wrote the plan."""
    texts = make_texts(versions)
    with override("zh-hans"):
        lines = [(item, build_finding(item, texts)) for item in sort_findings(items)]
        findings = tuple(_state_finding(item, line) for item, line in lines)
    documents = tuple(ReportDocument(v.plan.title, f"第{v.number}版", v.document.name, v.document_id) for v in versions)
    day = timezone.localtime(run.recorded_at)
    return report_to_docx(documents, findings, f"{day.year}年{day.month}月{day.day}日核查")


def sort_findings(items: Iterable[CheckedFinding]) -> list[CheckedFinding]:
    """Gravest first, else in the order in which they were found."""
    order = list(SEVERITIES)
    return sorted(items, key=lambda item: order.index(item.row.severity))


def _state_finding(item: CheckedFinding, line: FindingLine) -> ReportFinding:
    evidence = ((column.title, excerpt) for column in line.columns for excerpt, _href, _place in column.excerpts)
    return ReportFinding(
        code=line.code,
        severity=line.severity_word,
        kind=line.kind_word,
        title=line.title,
        explanation=line.explanation,
        computed=line.computed,
        evidence=tuple(evidence),
        todo=line.rule.todo,
        state="" if item.state in OPEN_STATES else say_state(line),
    )


def say_state(line: FindingLine) -> str:
    """The state with who said so, when and why."""
    decision = line.decision
    if decision is None:
        return line.state_word
    number = f"（第{decision.version.number}版）" if decision.version is not None else ""
    day = timezone.localtime(decision.recorded_at)
    told = f"{line.state_word}{number}，{decision.actor}，{day:%Y-%m-%d}"
    return f"{told}：{decision.reason}" if decision.reason else told


def list_rows(versions: Sequence[models.PlanVersion], items: Iterable[CheckedFinding]) -> Iterator[list[str]]:
    """A line of heads, then one line for each place of each finding."""
    heads = (
        _("编号"),
        _("规则"),
        _("轻重"),
        _("类型"),
        _("意见"),
        _("说明"),
        _("状态"),
        _("数值"),
        _("规划"),
        _("版本"),
    )
    yield [str(head) for head in (*heads, _("起"), _("止"), _("原文"))]
    texts = make_texts(versions)
    for item in sort_findings(items):
        line = build_finding(item, texts)
        figures = "; ".join(f"{name} {figure}" for name, figure in line.computed)
        words = (line.key, line.code, line.severity_word, line.kind_word, line.title, line.explanation)
        for evidence in item.row.body["evidence"]:
            version, span = texts.version(evidence["source"]), evidence["span"]
            place = (version.plan.title, str(version.number), str(span["start"]), str(span["end"]), span["quote"])
            yield [*words, say_state(line), figures, *place]
