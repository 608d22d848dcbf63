"""A report put together from the registry, in our own words.

In: a kind, material, passages that people wrote. Out: a report. The same material gives the
same report, figure by figure. Left out on purpose: layout; causes and proposals, which
people write.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from django.urls import reverse
from django.utils import translation

from lantu.core.report import Block, Heading, Paragraph, Passage, Piece, Report, ReportKind, Written
from lantu.core.standing import Class
from lantu.run.report_material import Judged, Material
from lantu.show.numbers import write_date
from lantu.show.reports.bind import bind_passage
from lantu.show.reports.charts import pick_charts
from lantu.show.reports.ledger import Ledger
from lantu.show.reports.outline import SECTIONS, TITLES
from lantu.show.reports.sentences import tell_gap, tell_target
from lantu.show.reports.tables import build_sources, build_targets
from lantu.show.words import CLASSES, word_for

NUMERALS = "一二三四五六七八九十"
COUNTED = (Class.MET, Class.AHEAD, Class.ON_COURSE, Class.BEHIND, Class.MISSED)


def compose_report(kind: ReportKind, material: Material, passages: Mapping[str, Written]) -> Report:
    """The report; passages by name as people wrote them."""
    with translation.override("zh-hans"):
        return _Composer(kind, material, passages).compose()


class _Composer:
    def __init__(self, kind: ReportKind, material: Material, passages: Mapping[str, Written]) -> None:
        self.kind, self.material, self.passages = kind, material, passages
        self.ledger = Ledger(material)
        self.tables = 0

    def compose(self) -> Report:
        material = self.material
        assembled: list[tuple[str, list[Block]]] = []
        for number, section in enumerate(SECTIONS[self.kind]):
            blocks: list[Block] = [Heading(1, f"{NUMERALS[number]}、{section.title}")]
            build = _SECTIONS.get(section.name)
            blocks += build(self) if build else []
            if section.prompt:
                blocks.append(Passage(section.name, section.prompt))
            assembled.append((section.name, blocks))
        annex: list[Block] = [Heading(1, "附件 数据来源"), build_sources(self.ledger, material.judged)]
        blocks = [*(block for _, part in assembled for block in part), *annex]
        # Passages last: they may cite any fact that the other parts state.
        filled = tuple(self._fill(block) if isinstance(block, Passage) else block for block in blocks)
        return Report(
            kind=self.kind,
            title=f"{material.plan.title}{TITLES[self.kind].format(year=material.year)}",
            subtitle=f"（{material.plan.place.name}，数据截至{write_date(material.as_of)}）",
            plan_address=material.plan.address,
            place_name=material.plan.place.name,
            year=material.year,
            as_of=material.as_of,
            known_at=material.known_at,
            blocks=filled,
            facts=tuple(self.ledger.facts.values()),
        )

    def _fill(self, empty: Passage) -> Passage:
        written = self.passages.get(empty.passage_name)
        return empty if written is None else bind_passage(self.ledger, empty, written)

    def count(self, name: str, judged: Sequence[Judged], unit: str, what: str, query: str = "") -> Piece:
        """How many, bound."""
        href = f"{reverse('overview')}{query}"
        return self.ledger.bind(self.ledger.fact_of_count(name, len(judged), unit, what, judged, href))

    def overall(self) -> list[Block]:
        material, judged = self.material, self.material.judged
        said = [j for j in judged if j.standing.klass is not Class.CANNOT_SAY]
        pieces = [
            Piece(
                f"本报告依据《{material.plan.title}》和截至{write_date(material.as_of)}登记的数据编制，使用{material.year}年"
            ),
            Piece("及以前时期的数据。规划目标共"),
            self.count("all", judged, "项", "规划目标 数量"),
            Piece("，其中可以判断的"),
            self.count("said", said, "项", "可以判断的目标 数量"),
            *self._count_classes(judged, ""),
            Piece("；缺少数据或尚不能自动判断的"),
            self.count(
                "cannot_say", [j for j in judged if j not in said], "项", "无法判断的目标 数量", "?class=cannot_say"
            ),
            Piece("。"),
        ]
        binding = [j for j in judged if j.target.is_binding]
        return [Paragraph(tuple(pieces)), *([self._tell_binding(binding)] if binding else [])]

    def _tell_binding(self, binding: Sequence[Judged]) -> Paragraph:
        pieces = [Piece("约束性指标"), self.count("binding", binding, "项", "约束性指标 数量")]
        return Paragraph((*pieces, *self._count_classes(binding, "binding_"), Piece("。")))

    def _count_classes(self, judged: Sequence[Judged], prefix: str) -> list[Piece]:
        pieces = []
        counted = Counter(j.standing.klass for j in judged)
        for klass in COUNTED:
            if counted[klass]:
                word = word_for(CLASSES, klass)
                own = [j for j in judged if j.standing.klass is klass]
                pieces.append(Piece(f"，{word}"))
                pieces.append(self.count(f"{prefix}{klass}", own, "项", f"{word}的目标 数量", f"?class={klass}"))
        return pieces

    def targets(self) -> list[Block]:
        blocks: list[Block] = []
        judged = sorted(self.material.judged, key=lambda j: j.entry.origin != "table")
        groups = groupby(judged, key=lambda j: j.entry.category if j.entry.origin == "table" else "正文中的目标")
        for number, (category, group) in enumerate(groups):
            own = list(group)
            title = category or "主要指标"
            self.tables += 1
            blocks.append(Heading(2, f"（{_write_number(number)}）{title}"))
            blocks += [Paragraph(tell_target(self.ledger, j)) for j in own if j.standing.klass is not Class.CANNOT_SAY]
            blocks.append(build_targets(self.ledger, f"表{self.tables} {title}", own))
        return [*blocks, *pick_charts(self.ledger, self.material)]

    def tasks(self) -> list[Block]:
        return self._tell_entries("task", "任务", "条")

    def projects(self) -> list[Block]:
        return self._tell_entries("project", "工程项目", "个")

    def _tell_entries(self, kind: str, word: str, unit: str) -> list[Block]:
        count = self.material.entry_counts.get(kind, 0)
        if not count:
            return []
        href = reverse("plan", args=[self.material.plan.pk])
        fact = self.ledger.fact_of_count(f"entries_{kind}", count, unit, f"规划列出的{word} 数量", (), href)
        return [Paragraph((Piece(f"规划文本列出{word}"), self.ledger.bind(fact), Piece("。")))]

    def causes(self) -> list[Block]:
        order = (Class.MISSED, Class.BEHIND)
        late = sorted((j for j in self.material.judged if j.standing.klass in order), key=_rank_late)
        if not late:
            return [Paragraph((Piece("可以判断的目标中没有滞后或未实现的。"),))]
        names = "、".join(j.target.name for j in late)
        blocks: list[Block] = [Paragraph((Piece(f"滞后或未实现的目标：{names}。"),))]
        gaps = [pieces for j in late if (pieces := tell_gap(self.ledger, j))]
        return [*blocks, *(Paragraph((*pieces, Piece("。"))) for pieces in gaps)]


def _rank_late(judged: Judged) -> tuple[bool, bool]:
    """Missed before behind, binding before expected."""
    return judged.standing.klass is not Class.MISSED, not judged.target.is_binding


def _write_number(number: int) -> str:
    """Chinese numeral of a heading, counted from 0: 一 … 十, 十一 …."""
    return NUMERALS[number] if number < len(NUMERALS) else f"十{NUMERALS[number - len(NUMERALS)]}"


_SECTIONS: dict[str, Callable[[_Composer], list[Block]]] = {
    "overall": _Composer.overall,
    "targets": _Composer.targets,
    "tasks": _Composer.tasks,
    "projects": _Composer.projects,
    "causes": _Composer.causes,
}
