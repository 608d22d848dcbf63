"""The review as an archive of label files."""

import json
from io import BytesIO
from zipfile import ZipFile

from django.test import Client

from tests.unit.show.city import TEXT, City


def test_the_archive_holds_the_entries_with_what_was_decided(city: City, planner: Client) -> None:
    planner.post(f"/plan/{city.plan.pk}/review/entry", {"accepted": "e1"})
    answer = planner.get(f"/plan/{city.plan.pk}/review/labels")
    assert answer["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(answer.content)) as archive:
        lines = archive.read("示例.commitments.jsonl").decode().splitlines()
        ranges = json.loads(archive.read("ranges.json"))
    records = {r["start"]: r for r in map(json.loads, lines)}
    assert ranges == {"示例": [[0, len(TEXT)]]}
    assert len(records) == 6
    assert sorted(r["tier"] for r in records.values()) == ["core", *["peripheral"] * 5]
    assert all(TEXT[r["start"] : r["end"]] == r["quote"] for r in records.values())


def test_a_plan_that_is_not_there_is_404_and_others_are_refused(city: City, planner: Client, client: Client) -> None:
    assert planner.get("/plan/99999/review/labels").status_code == 404
    assert client.get(f"/plan/{city.plan.pk}/review/labels").status_code == 302
