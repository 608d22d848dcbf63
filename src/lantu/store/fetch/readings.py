"""A plan version as the noun that stages take: its text, structure and entries as they were kept."""

from dataclasses import replace

from lantu.core.entry import DocumentFacts, Entry, Reading, Section, Table
from lantu.core.span import span_of
from lantu.store import models
from lantu.store.codec import decode, decode_marks


def fetch_reading(version: models.PlanVersion) -> Reading:
    """The reading of a version; its source is the version's key, so that evidence leads back to it.

    What people said of the plan when they handed it in goes before what the document says of itself.
    """
    text = version.document.text
    return Reading(
        facts=_state_facts(version),
        text=text,
        sections=tuple(_build_section(row, text) for row in version.sections.order_by("start", "level")),
        tables=tuple(decode(Table, row.body) for row in version.tables.order_by("start")),
        entries=tuple(decode(Entry, row.body) for row in version.entries.order_by("start", "id")),
        marks=decode_marks(version.document.marks),
    )


def _state_facts(version: models.PlanVersion) -> DocumentFacts:
    plan, document = version.plan, version.document
    kept = decode(DocumentFacts, version.facts) if version.facts else None
    facts = kept or DocumentFacts(document.name, document.pk, len(document.text), plan.title, plan.kind)
    return replace(
        facts,
        source=str(version.pk),
        title=plan.title,
        kind=plan.kind if plan.kind != "other" else facts.kind,
        region_name=plan.place.name,
        region_code=plan.place_id,
        period=_state_period(plan) or facts.period,
        issued_on=plan.adopted_on.isoformat() if plan.adopted_on else facts.issued_on,
    )


def _state_period(plan: models.Plan) -> tuple[int, int] | None:
    return None if plan.first_year is None or plan.last_year is None else (plan.first_year, plan.last_year)


def _build_section(row: models.PlanSection, text: str) -> Section:
    return Section(
        id=row.section_id,
        kind=row.kind,
        level=row.level,
        number=row.number,
        title=row.title,
        span=span_of(text, row.start, row.end),
        body_end=row.body_end,
        parent=row.parent_id_text,
    )
