"""The arrow that finds what is due soon or overdue and tells of it: once at each level, on working days.

In: a day. Out: messages in the outbox, and one audit row where there are any. It may run as often as one likes: the key of a
message holds the last day and the level, so nothing is told twice; a new last day begins anew. Left out on purpose: levels that were
passed while nothing ran; only the one reached is told.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from lantu.act.deadlines import is_working_day
from lantu.act.escalation import CASE_AUDIENCES, SHEET_AUDIENCES, WORK_AUDIENCES
from lantu.act.message_texts import write_days
from lantu.act.messages import Event
from lantu.run.audience import Hearing, Things, find_audience, find_hearing, find_leaders
from lantu.run.clock import read_clock, today_in_china
from lantu.run.late_work import find_work_audience, list_late_work, make_work_reminder
from lantu.run.messages import describe_case, describe_sheet, name_sheet_subject, tell
from lantu.run.policy import reaches_of_all
from lantu.store import models
from lantu.store.audit import append_audit
from lantu.store.channels import open_channels
from lantu.store.fetch.heads import leaders_by_department
from lantu.store.fetch.messages import cases_due, sheets_due
from lantu.store.transactions import one_transaction

AHEAD = timedelta(days=21)
"""More than the working days before a last day, with the longest holidays in between."""


def remind_all(*, by: str, today: date | None = None) -> int:
    """Tell of all that is due soon or overdue. Returns how many messages that was."""
    day = today or today_in_china()
    if not is_working_day(day)[0] or not open_channels().names:
        return 0
    reaches = reaches_of_all(
        {
            action
            for actions in (*CASE_AUDIENCES.values(), *SHEET_AUDIENCES.values(), *WORK_AUDIENCES.values())
            for action in actions
        }
    )
    at, leaders = read_clock(), leaders_by_department(day)
    with one_transaction():
        told = sum(
            tell(
                make_reminder(thing, hearing),
                find_audience(thing, hearing.actions, reaches)
                | find_leaders(hearing.lateness, thing.department_id, leaders),
                at,
            )
            for thing, hearing in _list_late(day)
        )
        told += sum(
            tell(make_work_reminder(work, late), find_work_audience(work, late, reaches, leaders), at)
            for work, late in list_late_work(at, day)
        )
        if told:
            append_audit(by, "messages.reminded", "all", at, day=day.isoformat(), messages=told)
    return told


def _list_late(day: date) -> Iterator[tuple[Things, Hearing]]:
    things: list[Things] = [*cases_due(day + AHEAD), *sheets_due(day + AHEAD)]
    for thing in things:
        hearing = find_hearing(thing, day)
        if hearing is not None and hearing.actions:
            yield thing, hearing


def make_reminder(thing: Things, hearing: Hearing) -> Event:
    """What is told of something that is due soon or overdue."""
    late = hearing.lateness
    if isinstance(thing, models.Case):
        kind, subject, path = "case_due", thing.address, f"/case/{thing.pk}"
        facts, facts_en = describe_case(thing)
    else:
        kind, subject, path = "return_due", name_sheet_subject(thing), f"/sheet/{thing.pk}"
        facts, facts_en = describe_sheet(thing)
    facts["days"] = write_days(late.days_left, is_late=late.level > 0, is_english=False)
    facts_en["days"] = write_days(late.days_left, is_late=late.level > 0, is_english=True)
    return Event(kind, subject, path, thing.place_id, f"{thing.due_on}", late.name, facts, facts_en)
