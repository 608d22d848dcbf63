"""No page tells what is of places its reader may not see: secrets are planted in a district beside, and looked for.

A reader of the whole city finds them on the same pages, so that the search would notice.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

pytestmark = pytest.mark.django_db
SECRET, FIGURE = "机密", "987,654.25"
TELLING = {
    "/plans": SECRET, "/plans/tree": SECRET, "/warnings": SECRET, "/returns": SECRET, "/projects": SECRET,
    "/projects.csv": SECRET, "/indicator/gdp": FIGURE, "/targets": SECRET, "/targets.csv": SECRET,
}  # fmt: skip
"""Addresses with what a reader of the whole city finds there."""
OTHERS = (
    "/", "/wall", "/today", "/indicators", "/indicators.csv", "/indicator/gdp?place=990101",
    "/indicator/gdp/values.csv?place=990101", "/tasks", "/cases", "/adjustments", "/reports", "/checks", "/compare", "/scores",
    "/sheets", "/search?q=%E6%9C%BA%E5%AF%86",
)  # fmt: skip


@pytest.fixture
def planted(settings: Any, tmp_path: Path) -> dict[str, int]:
    from lantu.show.kept import forget
    from lantu.store import models
    from tests.unit.show.city import AT, DISTRICT, OTHER, build_city

    settings.LANTU_PUBLIC_READ = False
    settings.STATIC_ROOT = tmp_path
    forget()
    city = build_city()
    year = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    figure = {"indicator_code": "gdp", "place_code": OTHER, "amount": Decimal("987654.25"), "unit": "亿元", "bound": "=",
              "status": "final", "recorded_at": AT, **year}  # fmt: skip
    batch = models.ReturnBatch.objects.create(
        name=f"{SECRET}.csv", document=city.batch.document, actor="x", rows_read=1, rows_kept=1, rows_refused=0,
        rows_doubled=0, recorded_at=AT,
    )  # fmt: skip
    row = models.StagedObservation.objects.create(batch=batch, source_key=SECRET, row=2, source_name=SECRET, **figure)
    models.ValueRow.objects.create(rule="reported", inputs=[str(row.pk)], **figure)
    models.Notice.objects.create(
        batch=city.batch, code="S004", severity="error", message=f"{SECRET}行", file="a.csv", row=5, recorded_at=AT
    )
    plan = models.Plan.objects.create(
        address="plan/secret", title=f"{SECRET}规划", kind="outline", place_id=OTHER, first_year=2021, last_year=2025,
        recorded_at=AT,
    )  # fmt: skip
    version = models.PlanVersion.objects.create(
        plan=plan, number=1, document=city.version.document, reader="test", state="read", recorded_at=AT, read_at=AT
    )
    entry, target = city.version.entries.order_by("id")[0], city.version.targets.order_by("position")[0]
    entry.pk, entry.version = None, version
    entry.save(force_insert=True)
    target.pk, target.version, target.entry, target.place_id = None, version, entry, OTHER
    target.address, target.name = "plan/secret#e1", f"{SECRET}目标"
    target.save(force_insert=True)
    models.WarningRow.objects.create(
        address="warning/secret", cause="behind", subject=target.address, place_id=OTHER, name=f"{SECRET}预警",
        level="red", rule="x", since=AT.date(), opened_on=AT.date(), recorded_at=AT,
    )  # fmt: skip
    project = models.Project.objects.create(
        address="plan/secret#p1", plan=plan, entry=entry, name=f"{SECRET}项目", actor="x", recorded_at=AT
    )
    project.settings.create(place_id=OTHER, is_presumed=True, actor="x", recorded_at=AT)
    return {"district": DISTRICT, "file": city.batch.pk, "secret file": batch.pk, "project": project.pk}


def sign_in(name: str, place: str) -> Client:
    from lantu.store import models
    from tests.unit.show.city import AT

    user = get_user_model().objects.create_user(name, password="a-long-password-1")
    models.Assignment.objects.create(user=user, role="planner", place_id=place, recorded_at=AT)
    client = Client()
    client.force_login(user)
    return client


def test_nothing_of_other_places_is_told(planted: dict[str, Any]) -> None:
    district, city = sign_in("district", planted["district"]), sign_in("city-secret-name", "990100")
    # Whoever may read more comes first: what is kept of those pages must not reach the other.
    for address, secret in TELLING.items():
        assert secret in city.get(address).text, f"{address} does not show it to those who may see it either"
    told = []
    for address in (*TELLING, *OTHERS):
        page = district.get(address)
        assert page.status_code < 400 or address == "/indicator/gdp/values.csv?place=990101", (
            address,
            page.status_code,
        )
        body = b"".join(page) if page.streaming else page.content
        said = body.decode().replace("%E6%9C%BA%E5%AF%86", "").replace(f'value="{SECRET}"', "")
        if address.startswith("/search"):
            said = said.replace(f"“{SECRET}”", "")
        told += [address for secret in (SECRET, FIGURE, "987654.25", "city-secret-name") if secret in said]
    assert told == []
    assert "city-secret-name" in city.get("/targets").text


def test_a_file_tells_of_the_rows_one_may_read(planted: dict[str, Any]) -> None:
    district, city = sign_in("district", planted["district"]), sign_in("city", "990100")
    assert district.get(f"/return/{planted['secret file']}").status_code == 403
    assert district.get(f"/project/{planted['project']}").status_code == 403
    page = district.get(f"/return/{planted['file']}")
    assert page.status_code == 200
    assert SECRET not in page.text
    assert "神秘指数" not in page.text
    assert SECRET in city.get(f"/return/{planted['file']}").text


def test_counts_are_those_of_the_places_seen(planted: dict[str, Any]) -> None:
    district, city = sign_in("district", planted["district"]), sign_in("city", "990100")

    def count(client: Client) -> str:
        rows = client.get("/indicators.csv").text.splitlines()
        return next(row for row in rows if row.endswith(",gdp"))

    assert count(district).endswith(",0,1,gdp")
    assert count(city).endswith(",2,5,gdp")
