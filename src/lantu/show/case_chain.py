"""From a case back to what it was opened for: the light as it was and as it is, the warning, the finding, the sentence.

In: a case. Out: links in order, the nearest first. Left out on purpose: figures; the pages behind the links have them.
"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from lantu.core.entry import Entry
from lantu.show.addresses import link_entry, link_indicator
from lantu.show.check_addresses import link_scope
from lantu.show.titles import plan_title
from lantu.show.words import CLASSES, word_for
from lantu.store import models
from lantu.store.codec import decode
from lantu.store.fetch.checks import finding_noun


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One step back; `klass` where it is a light, `quote` where it is a sentence."""

    label: str
    text: str
    href: str
    klass: str = ""
    quote: str = ""
    day: date | None = None


def build_chain(case: models.Case) -> list[ChainLink]:
    """What the case rests on."""
    links: list[ChainLink] = []
    if case.warning is not None:
        links.append(ChainLink(_("预警"), case.warning.name, reverse("warning", args=[case.warning_id])))
    if case.target is not None:
        links += _build_lights(case, case.target)
        links.append(_link_sentence(case.target.entry, case.target.version))
    if case.task is not None:
        links.append(ChainLink(_("任务"), case.task.name, reverse("task", args=[case.task_id])))
        links.append(_link_sentence(case.task.entry, case.task.entry.version))
    if case.project is not None:
        links.append(ChainLink(_("项目"), case.project.name, reverse("project", args=[case.project_id])))
        links.append(_link_sentence(case.project.entry, case.project.entry.version))
    if case.finding is not None:
        links += _build_finding(case.finding)
    return links


def _build_lights(case: models.Case, target: models.PlanTarget) -> list[ChainLink]:
    """The light when the case was opened, and the one in force now, whatever version of the plan it stands in."""
    href = link_indicator(target.indicator_code, target.place_id) if target.indicator_code else ""
    rows = models.StandingRow.objects.filter(target__address=target.address)
    now = rows.order_by("-target__version__number", "-recorded_at", "-id").first()
    lights = ((_("立项时的进展"), case.standing), (_("现在的进展"), now))
    return [
        ChainLink(label, word_for(CLASSES, row.klass), href, klass=row.klass, day=row.data_date)
        for label, row in lights
        if row is not None
    ]


def _link_sentence(row: models.PlanEntry, version: models.PlanVersion) -> ChainLink:
    entry = decode(Entry, row.body)
    href = link_entry(version.plan_id, row.entry_id, entry.value_span or entry.span, version.number)
    return ChainLink(_("规划原文"), plan_title(version.plan), href, quote=row.quote)


def _build_finding(row: models.FindingRow) -> list[ChainLink]:
    keys = sorted(row.plans)
    links = [ChainLink(_("核查发现"), row.title, link_scope(keys[0], row.run.scope))] if keys else []
    for evidence in finding_noun(row).evidence:
        version = models.PlanVersion.objects.filter(pk=int(evidence.source)).select_related("plan").first()
        if version is not None:
            where = f"{reverse('plan', args=[version.plan_id])}?version={version.number}"
            at = f"&at={evidence.span.start}-{evidence.span.end}#here"
            links.append(ChainLink(_("规划原文"), plan_title(version.plan), where + at, quote=evidence.span.quote))
    return links
