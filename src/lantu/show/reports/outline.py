"""Which parts each kind of report has, and which of them people write.

In: nothing. Out: tables of titles and prompts. Source: parts of plan evaluations as the
notice on mid-term evaluation of 2018 and the published reports name them.
"""

from dataclasses import dataclass

from lantu.core.report import ReportKind

TITLES = {
    ReportKind.ANNUAL: "{year}年度监测分析报告",
    ReportKind.MIDTERM: "中期评估报告",
    ReportKind.FINAL: "总结评估报告",
}


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report.

    Attributes:
        name: What is assembled for it, and the name of its passage.
        title: Its heading.
        prompt: What people are asked to write, or "" where nothing.
    """

    name: str
    title: str
    prompt: str = ""


_OVERALL = Section("overall", "总体进展", "总体评价：一年来（五年来）的主要工作和总的判断。")
_TARGETS = Section("targets", "目标和指标进展")
_TASKS = Section("tasks", "重大战略和重点任务推进情况", "各项重大战略、重点任务的进展和成效。")
_REFORMS = Section("reforms", "改革开放举措落实情况", "主要改革举措的落实情况和成果。")
_PROJECTS = Section("projects", "重大工程项目实施情况", "重大工程项目的开工、投资和建成情况。")
_CAUSES = Section("causes", "存在的问题和原因", "进展滞后的主要原因，是目标、政策还是执行的问题。")
_CHANGES = Section("changes", "发展环境的变化", "规划实施环境的新变化及其影响。")
_PROPOSALS = Section("proposals", "下一步建议", "推动目标实现的工作建议和责任分工。")
_ADJUST = Section("adjustments", "规划调整建议", "是否需要调整规划；需要的，写明内容、理由和报批程序。")
_LESSONS = Section("lessons", "经验和启示", "规划实施的经验，对编制下一个规划的启示。")

SECTIONS: dict[ReportKind, tuple[Section, ...]] = {
    ReportKind.ANNUAL: (_OVERALL, _TARGETS, _TASKS, _PROJECTS, _CAUSES, _PROPOSALS),
    ReportKind.MIDTERM: (_OVERALL, _TARGETS, _TASKS, _REFORMS, _PROJECTS, _CAUSES, _CHANGES, _PROPOSALS, _ADJUST),
    ReportKind.FINAL: (_OVERALL, _TARGETS, _TASKS, _REFORMS, _PROJECTS, _CAUSES, _CHANGES, _LESSONS, _PROPOSALS),
}
