"""Keep documents by content, plans, their versions and what was read in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from lantu.core.entry import Entry, Reading, Table
from lantu.core.identity import digest_bytes, make_slug, plan_address
from lantu.store import models
from lantu.store.codec import encode, encode_marks
from lantu.store.keep.breakdowns import keep_filing
from lantu.store.keep.notices import keep_notices


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What somebody says of a plan when handing it in.

    Attributes:
        title: As it is to be shown.
        place_code: Whose plan it is.
        kind: One of the kinds of a plan.
        title_en: English title, or "".
        slug: Last part of its address; made from the title where "".
        first_year: First year of its period, or None to take it from the text.
        last_year: Last year of its period, or None to take it from the text.
        adopted_on: Day of adoption, or None.
        parent: Address of the plan above it, or "".
    """

    title: str
    place_code: str
    kind: str = "outline"
    title_en: str = ""
    slug: str = ""
    first_year: int | None = None
    last_year: int | None = None
    adopted_on: date | None = None
    parent: str = ""

    @property
    def address(self) -> str:
        """The plan's address; the year is that of adoption, or of the period's start."""
        year = self.adopted_on.year if self.adopted_on else self.first_year
        return plan_address(self.place_code, str(year or "undated"), self.slug or make_slug(self.title))


def keep_document(data: bytes, name: str, at: datetime) -> models.Document:
    """The document with these bytes, kept once however often it is handed in."""
    document, _ = models.Document.objects.get_or_create(
        pk=digest_bytes(data),
        defaults={"name": name, "size_bytes": len(data), "data": data, "recorded_at": at},
    )
    return document


def keep_version(
    facts: PlanFacts, document: models.Document, reader: str, at: datetime, *, by: str = ""
) -> models.PlanVersion:
    """The next version of the plan, queued for reading; the plan itself is made where it is new."""
    plan = models.Plan.objects.filter(address=facts.address).first()
    if plan is None:
        plan = models.Plan.objects.create(
            address=facts.address,
            title=facts.title,
            title_en=facts.title_en,
            kind=facts.kind,
            place_id=facts.place_code,
            parent=models.Plan.objects.filter(address=facts.parent).first() if facts.parent else None,
            first_year=facts.first_year,
            last_year=facts.last_year,
            adopted_on=facts.adopted_on,
            recorded_at=at,
        )
        keep_filing(plan, plan.kind, plan.parent_id, at, by=by)
    return models.PlanVersion.objects.create(
        plan=plan,
        number=plan.versions.count() + 1,
        document=document,
        reader=reader,
        state="queued",
        recorded_at=at,
    )


def keep_reading(version: models.PlanVersion, reading: Reading, codes: Sequence[str], at: datetime) -> None:
    """Write sections, tables, entries and notices of a reading, and mark the version read.

    Args:
        version: The version that was read.
        reading: What the reader found.
        codes: For each entry the code of the matched definition, or "".
        at: Now.
    """
    document = version.document
    if not document.text:
        document.text, document.encoding = reading.text, reading.facts.encoding
        document.save(update_fields=["text", "encoding"])
    if reading.marks and not document.marks and document.text == reading.text:
        document.marks = encode_marks(reading.marks)
        document.save(update_fields=["marks"])
    _keep_sections(version, reading)
    models.PlanTable.objects.bulk_create(build_table_row(version, table) for table in reading.tables)
    models.PlanEntry.objects.bulk_create(
        (build_entry_row(version, entry, code) for entry, code in zip(reading.entries, codes, strict=True)),
        batch_size=500,
    )
    keep_notices(reading.diagnostics, at, version=version)
    _fill_facts(version.plan, reading)
    version.state, version.read_at, version.message, version.facts = "read", at, "", encode(reading.facts)
    version.save(update_fields=["state", "read_at", "message", "facts"])


def _keep_sections(version: models.PlanVersion, reading: Reading) -> None:
    models.PlanSection.objects.bulk_create(
        (
            models.PlanSection(
                version=version,
                section_id=s.id,
                parent_id_text=s.parent,
                kind=s.kind,
                level=s.level,
                number=s.number[:40],
                title=s.title,
                start=s.span.start,
                end=s.span.end,
                body_end=s.body_end,
            )
            for s in reading.sections
        ),
        batch_size=500,
    )


def build_table_row(version: models.PlanVersion, table: Table) -> models.PlanTable:
    """A table as a row of a version, not yet written."""
    span = table.span
    return models.PlanTable(version=version, caption=table.caption, start=span.start, end=span.end, body=encode(table))


def build_entry_row(version: models.PlanVersion | None, entry: Entry, code: str) -> models.PlanEntry:
    """An entry as a row, not yet written, of a version or of none; `code` is that of the matched definition, or ""."""
    return models.PlanEntry(
        version=version,
        entry_id=entry.id,
        kind=str(entry.kind),
        origin=entry.origin,
        start=entry.span.start,
        end=entry.span.end,
        quote=entry.span.quote,
        section=entry.section,
        indicator=entry.indicator[:300],
        indicator_code=code,
        value=entry.value,
        unit=entry.unit[:60],
        year=entry.year,
        row_no=entry.row_no,
        category=entry.category[:120],
        attribute=entry.attribute,
        body=encode(entry),
    )


def _fill_facts(plan: models.Plan, reading: Reading) -> None:
    """Take from the text what nobody said when handing the plan in: its period, and a title for a file name."""
    if plan.first_year is None and reading.facts.period is not None:
        plan.first_year, plan.last_year = reading.facts.period
    if reading.facts.title and plan.title == PurePath(reading.facts.source).stem:
        plan.title = reading.facts.title[:300]
    plan.save(update_fields=["first_year", "last_year", "title"])
