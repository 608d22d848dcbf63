"""A version passes from queued to read or failed, and says why."""

from datetime import UTC, datetime

import pytest

from lantu.core.place import Place
from lantu.store.keep.places import keep_places
from lantu.store.keep.plans import PlanFacts, keep_document, keep_version
from lantu.store.models import PlanVersion
from lantu.store.plans import fail_version, is_read, plan_text, start_version, versions_in_force

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def version() -> PlanVersion:
    keep_places([Place("330400", "青湖市", "prefecture")], NOW)
    facts = PlanFacts("规划", "330400", slug="outline", first_year=2021, last_year=2025)
    return keep_version(facts, keep_document(b"text", "a.txt", NOW), "lantu", NOW)


def test_what_an_arrow_needs_to_know(version: PlanVersion) -> None:
    text = plan_text(version.pk)
    assert (text.address, text.data, text.name) == ("plan/330400/2021/outline", b"text", "a.txt")
    assert (text.first_year, text.last_year, text.adopted_year) == (2021, 2025, 2026)


def test_states(version: PlanVersion) -> None:
    assert start_version(version.pk).state == "reading"
    fail_version(version.pk, "no text")
    version.refresh_from_db()
    assert (version.state, version.message) == ("failed", "no text")
    assert not is_read(version.pk)
    assert versions_in_force() == []


def test_an_unknown_version_is_named() -> None:
    with pytest.raises(LookupError, match="999"):
        plan_text(999)
