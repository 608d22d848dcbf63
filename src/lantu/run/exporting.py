"""A reviewed plan as label files, so that a city can measure the reader on its own plans.

In: a plan. Out: file names and their contents. Left out on purpose: writing them; a page
sends them, the command line puts them into a folder.
"""

import json
from pathlib import PurePath

from lantu.read.label_form import label_entries
from lantu.run.review_state import State
from lantu.run.reviewing import entries_as_reviewed
from lantu.store.fetch.reviews import newest_reading
from lantu.store.models import Plan


def export_labels(plan_key: int) -> dict[str, str]:
    """JSON lines by file name, and the labelled range; a document's stem is its name among the labels.

    Raises:
        LookupError: If nothing of the plan was read yet.
    """
    reading = newest_reading(plan_key)
    if reading is None:
        raise LookupError(f"no plan {plan_key} that was read")
    document = PurePath(reading.document.name).stem
    entries = [(item.entry, item.state is not State.OPEN) for item in entries_as_reviewed(reading.pk)]
    files = label_entries(document, entries, reading.plan.place.name)
    made = {
        f"{document}.{name}.jsonl": "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        for name, records in files.items()
    }
    return made | {"ranges.json": json.dumps({document: [[0, len(reading.document.text)]]}, ensure_ascii=False) + "\n"}


def find_plan(name: str) -> int | None:
    """Key of the plan with that address, or with that number."""
    plan = Plan.objects.filter(address=name).first()
    if plan is None and name.isdecimal():
        plan = Plan.objects.filter(pk=int(name)).first()
    return None if plan is None else int(plan.pk)
