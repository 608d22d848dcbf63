"""A report put together from the registry, in our own words.

In: a kind, material, passages that people wrote. Out: a report. The same material gives the
same report, figure by figure. Left out on purpose: layout; causes and proposals, which
people write.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
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
from lantu.show.reports.open_warnings import tell_tasks, tell_warnings
from lantu.show.reports.outline import SECTIONS, TITLES
from lantu.show.reports.outlooks import GROUPS, group_of, is_too_short, tell_outlook
from lantu.show.reports.rollups import build_rollups
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
        self.groups = 0

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
        blocks: list[Block] = [Paragraph(tuple(pieces)), *([self._tell_binding(binding)] if binding else [])]
        return [*blocks, *self._tell_trends(), *tell_warnings(self.ledger, material)[:1]]

    def _tell_trends(self) -> list[Block]:
        """How many open targets can be expected to be kept, and which hardly can."""
        told = {name: [j for j in self.material.judged if group_of(j) == name] for name, _ in GROUPS}
        every = [j for own in told.values() for j in own]
        if not every:
            return []
        pieces = [Piece("照以往走势外推到期年的目标"), self.count("trend", every, "项", "有预测的目标 数量")]
        for name, word in GROUPS:
            if told[name]:
                pieces += [Piece(f"，{word}"), self.count(f"trend/{name}", told[name], "项", f"{word}的目标 数量")]
        hard = "、".join(j.target.name for j in told["unlikely"])
        return [Paragraph((*pieces, Piece(f"（{hard}）。" if hard else "。")))]

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
            self.groups = number + 1
            blocks.append(Heading(2, f"（{_write_number(number)}）{title}"))
            blocks += [Paragraph(tell_target(self.ledger, j)) for j in own if j.standing.klass is not Class.CANNOT_SAY]
            blocks.append(build_targets(self.ledger, f"表{self.tables} {title}", own))
        return [*blocks, *self._roll_up(len(blocks) > 0), *pick_charts(self.ledger, self.material)]

    def _roll_up(self, has_targets: bool) -> list[Block]:
        made = build_rollups(self.ledger, self.material) if has_targets else []
        blocks: list[Block] = []
        for word, table in made:
            self.tables += 1
            caption = (Piece(f"表{self.tables} "), *table.caption)
            blocks += [Heading(2, f"（{_write_number(self.groups)}）按{word}汇总"), replace(table, caption=caption)]
            self.groups += 1
        return blocks

    def tasks(self) -> list[Block]:
        return [*self._tell_entries("task", "任务", "条"), *tell_tasks(self.ledger, self.material)]

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
        warnings = tell_warnings(self.ledger, self.material)[1:]
        hard = [j for j in self.material.judged if group_of(j) == "unlikely" and j not in late]
        if not late and not hard:
            return [Paragraph((Piece("可以判断的目标中没有滞后或未实现的。"),)), *warnings]
        blocks: list[Block] = []
        for word, own in (("滞后或未实现的目标", late), ("进度尚可、但照以往走势恐难如期的目标", hard)):
            if own:
                blocks.append(Paragraph((Piece(f"{word}：{'、'.join(j.target.name for j in own)}。"),)))
                blocks += [paragraph for j in own if (paragraph := self._tell_late(j)) is not None]
        short = [j.target.name for j in late if is_too_short(j)]
        if short:
            blocks.append(Paragraph((Piece(f"连续年份太少、不作预测的：{'、'.join(short)}。"),)))
        return [*blocks, *warnings]

    def _tell_late(self, judged: Judged) -> Paragraph | None:
        is_late = judged.standing.klass in (Class.MISSED, Class.BEHIND)
        gap, outlook = tell_gap(self.ledger, judged) if is_late else (), tell_outlook(self.ledger, judged)
        if not gap and not outlook:
            return None
        lead = (*gap, Piece("。")) if gap else (Piece(f"{judged.target.name}："),)
        return Paragraph((*lead, *outlook))


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
