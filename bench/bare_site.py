"""Bare Django views: one sends the queries that the API sends for an address and answers with the rows; one writes a row and commits.

In: LANTU_BENCH_TOLD, the file that `api_world` wrote. Out: JSON.
Left out on purpose: all that the API does besides: who asks, what they may, shape, pages, audit.
"""

import json
import os
from pathlib import Path
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils import timezone

TOLD = json.loads(Path(os.environ["LANTU_BENCH_TOLD"]).read_text("utf-8"))


def read(request: HttpRequest, number: int) -> HttpResponse:
    """The rows of the longest answer."""
    longest: list[Any] = []
    with connection.cursor() as cursor:
        for sql, params in list(TOLD["queries"].values())[number]:
            cursor.execute(sql, params)
            rows = cursor.fetchall() if cursor.description else []
            longest = max(longest, rows, key=len)
    return _tell({"items": longest})


def write(request: HttpRequest) -> HttpResponse:
    """One row and a commit."""
    from lantu.store import models

    said = json.loads(request.body)["answers"][0]
    with transaction.atomic():
        made = models.DraftFigure.objects.create(
            task_id=said["task"], value=said["value"], status="unstated", actor="bench", recorded_at=timezone.now()
        )
    return _tell({"made": made.pk})


def _tell(said: dict[str, Any]) -> HttpResponse:
    answer = JsonResponse(said)
    answer["Content-Length"] = str(len(answer.content))
    return answer


urlpatterns = [path("read/<int:number>", read), path("write", write)]
application = get_wsgi_application()
