"""Every code has a word, and every word is known in English."""

from enum import StrEnum

import pytest

from lantu.core.entry import EntryKind
from lantu.core.observation import Status
from lantu.core.standing import Class, Reason
from lantu.core.target import Form
from lantu.show import words
from tests.unit.show.messages import find_messages, read_english


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (words.CLASSES, Class),
        (words.CLASS_MEANINGS, Class),
        (words.FORMS, Form),
        (words.STATUSES, Status),
        (words.ENTRY_KINDS, EntryKind),
        (words.REASONS, [reason for reason in Reason if reason is not Reason.NONE]),
    ],
    ids=["classes", "meanings", "forms", "statuses", "kinds", "reasons"],
)
def test_every_code_has_a_word(table: dict[str, object], codes: type[StrEnum]) -> None:
    assert {str(code) for code in table} == {str(code) for code in codes}


def test_kinds_of_plans_and_states_are_those_of_the_registry() -> None:
    from lantu.store.models.documents import PLAN_KINDS, VERSION_STATES
    from lantu.store.models.jobs import JOB_STATES

    assert set(words.PLAN_KINDS) == {code for code, _ in PLAN_KINDS}
    assert set(words.VERSION_STATES) == {code for code, _ in VERSION_STATES}
    assert set(words.JOB_STATES) == {code for code, _ in JOB_STATES}


def test_a_code_without_a_word_is_shown_as_it_is() -> None:
    assert words.word_for(words.CLASSES, "new") == "new"


def test_every_message_is_translated() -> None:
    english = read_english()
    missing = [
        f"{where}: {message}" for message, where in find_messages().items() if not _translation(english, message)
    ]
    assert missing == []


def test_the_catalogue_holds_nothing_that_is_not_used() -> None:
    used = find_messages()
    assert [message.id for message in read_english() if message.id and message.id not in used] == []


def test_placeholders_survive_translation() -> None:
    broken = [(message.id, error) for message in read_english() for error in message.check()]
    assert broken == []


def _translation(catalog, message: str) -> str:
    found = catalog.get(message)
    return str(found.string) if found else ""
