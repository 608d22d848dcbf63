"""Documents by content, plans by address, versions by number."""

from datetime import UTC, date, datetime

import pytest

from lantu.core.entry import DocumentFacts, Reading
from lantu.core.mark import Mark
from lantu.core.place import Place
from lantu.store.codec import decode_marks
from lantu.store.keep.places import keep_places
from lantu.store.keep.plans import PlanFacts, keep_document, keep_reading, keep_version
from lantu.store.models import Document, Plan

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_the_same_bytes_are_one_document() -> None:
    first, second = keep_document(b"a", "one.txt", NOW), keep_document(b"a", "two.txt", NOW)
    assert first.pk == second.pk
    assert Document.objects.get().name == "one.txt"


@pytest.mark.parametrize(
    ("facts", "address"),
    [
        (PlanFacts("规划", "330400", slug="outline", adopted_on=date(2021, 3, 19)), "plan/330400/2021/outline"),
        (PlanFacts("规划", "330400", slug="outline", first_year=2021), "plan/330400/2021/outline"),
        (PlanFacts("青湖 规划（草案）", "330400"), "plan/330400/undated/青湖-规划-草案"),
    ],
)
def test_address_tells_place_year_and_name(facts: PlanFacts, address: str) -> None:
    assert facts.address == address


def test_versions_of_one_address_are_numbered() -> None:
    keep_places([Place("330400", "青湖市", "prefecture")], NOW)
    facts = PlanFacts("规划", "330400", slug="outline", first_year=2021)
    document = keep_document(b"a", "a.txt", NOW)
    assert [keep_version(facts, document, "lantu", NOW).number for _ in range(2)] == [1, 2]
    assert Plan.objects.count() == 1


def test_places_in_the_file_are_kept_with_its_text() -> None:
    keep_places([Place("330400", "青湖市", "prefecture")], NOW)
    document = keep_document(b"a", "a.docx", NOW)
    facts = PlanFacts("规划", "330400", slug="outline", first_year=2021)
    marks = (Mark(0, 4, page=1, paragraph=1),)
    for given, kept in (((), ()), (marks, marks), ((), marks)):
        reading = Reading(DocumentFacts("a.docx", "", 4, "规划", "outline"), "规划全文", marks=given)
        keep_reading(keep_version(facts, document, "lantu", NOW), reading, (), NOW)
        assert decode_marks(Document.objects.get().marks) == kept
