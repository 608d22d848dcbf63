"""公开: published standings for everybody: read-only, cacheable, as pages, as open data, and to be embedded elsewhere.

In: the latest publication of each plan. Out: pages and files with an ETag, the same for every reader. Left out on purpose: anything
not published, sessions, and cookies but the one for the language; `?lang=` goes before it.
"""

import csv
import json
from collections import Counter
from collections.abc import Callable
from io import StringIO
from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_POST, require_safe

from lantu.core.identity import short_digest
from lantu.run.publishing import PublishingRefusedError, publish_plan
from lantu.show.access import check_may, needs
from lantu.show.figures import Figure, Missing
from lantu.show.frame import read_version
from lantu.show.language import is_english
from lantu.show.line_svg import HEIGHT, WIDTH, draw_line
from lantu.show.public_lines import PublicLine, read_lines
from lantu.show.titles import place_name, plan_title
from lantu.show.words import CLASSES
from lantu.store import models
from lantu.store.publications import find_publication, list_publications

KEPT_SECONDS = 300
Make = Callable[[], HttpResponse]


@require_safe
@needs("open")
def public(request: HttpRequest) -> HttpResponse:
    """What is published."""
    rows = list_publications()

    def make() -> HttpResponse:
        listed = [(row, plan_title(row.plan), place_name(row.plan.place)) for row in rows]
        return write_page("lantu/public.html", {"rows": listed})

    return answer(request, "".join(f"{row.plan_id}:{row.digest}" for row in rows), make)


@require_safe
@needs("open")
def public_plan(request: HttpRequest, key: int) -> HttpResponse:
    """One plan's published standings."""
    found = get_publication(key)

    def make() -> HttpResponse:
        lines = read_lines(found)
        counted = Counter(line.klass for line in lines)
        context = {
            "publication": found,
            "title": plan_title(found.plan),
            "place": place_name(found.plan.place),
            "lines": lines,
            "counts": [(klass, word, counted[klass]) for klass, word in CLASSES.items()],
        }
        return write_page("lantu/public_plan.html", context)

    return answer(request, found.digest, make)


@require_safe
@needs("open")
def public_table(request: HttpRequest, key: int, kind: str) -> HttpResponse:
    """The same as CSV or JSON."""
    found = get_publication(key)

    def make() -> HttpResponse:
        lines = read_lines(found)
        if kind == "json":
            text, mime = write_json(found, lines), "application/json"
        else:
            text, mime = "\ufeff" + write_csv(lines), "text/csv; charset=utf-8"
        name = f"plan-{key}-{found.number}.{kind}"
        return HttpResponse(text, content_type=mime, headers={"Content-Disposition": f'attachment; filename="{name}"'})

    response = answer(request, f"{found.digest}.{kind}", make)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": settings.LANTU_EMBED})  # type: ignore[arg-type]
@needs("open")
def embed(request: HttpRequest, key: int, number: int) -> HttpResponse:
    """One target's chart, for a frame in somebody else's page."""
    found = get_publication(key)
    if not 1 <= number <= len(found.body):
        raise Http404

    def make() -> HttpResponse:
        line = read_lines(found)[number - 1]
        context = {"line": line, "chart": draw_line(line), "width": WIDTH, "height": HEIGHT,
                   "publication": found, "title": plan_title(found.plan), "plan_key": key}  # fmt: skip
        return write_page("lantu/embed.html", context)

    return answer(request, f"{found.digest}#{number}", make)


@require_POST
@needs("plan_work")
def publish(request: HttpRequest, key: int) -> HttpResponse:
    """Publish how a plan stands now."""
    plan = models.Plan.objects.filter(pk=key).first()
    if plan is None:
        raise Http404
    check_may(request, "plan_work", plan.place_id)
    try:
        publish_plan(key, by=request.user.get_username())
    except PublishingRefusedError as error:
        raise Http404 from error
    return redirect("public_plan", key)


def get_publication(key: int) -> models.Publication:
    """The plan's latest publication; a plan that is not published is not there."""
    found = find_publication(key)
    if found is None:
        raise Http404
    return found


def answer(request: HttpRequest, state: str, make: Make) -> HttpResponse:
    """The page with its ETag, or 304 where the reader has it already; in the language of `?lang=` if it names one."""
    language = request.GET.get("lang", "")
    with translation.override(language if language in dict(settings.LANGUAGES) else translation.get_language()):
        etag = f'"{short_digest(state, translation.get_language() or "", read_version(), length=32)}"'
        response = HttpResponse(status=304) if request.headers.get("If-None-Match") == etag else make()
        response.headers["Content-Language"] = "en" if is_english() else "zh-Hans"
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    patch_vary_headers(response, ["Cookie"])
    return response


def write_page(template: str, context: dict[str, Any]) -> HttpResponse:
    """A page without anything of who reads it."""
    return HttpResponse(
        render_to_string(template, {**context, "is_english": is_english(), "lantu_version": read_version()})
    )


def write_csv(lines: list[PublicLine]) -> str:
    """One row a target."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([_("地区"), _("指标"), _("代码"), _("约束性"), _("基期"), _("目标"), _("到期"), _("最新"), _("时期"),
                     _("进展"), _("初步"), _("数据日期"), _("原文"),
                     _("规划基期"), _("规划目标")])  # fmt: skip
    for line in lines:
        when = line.latest.when if isinstance(line.latest, Figure) else ""
        writer.writerow([line.place, line.name, line.code, int(line.is_binding), write_figure(line.base),
                         write_figure(line.goal), line.due_year, write_figure(line.latest), when, line.klass,
                         int(line.is_preliminary), line.data_date, line.quote,
                         write_plan_figure(line.base), write_plan_figure(line.goal)])  # fmt: skip
    return out.getvalue()


def write_json(found: models.Publication, lines: list[PublicLine]) -> str:
    """The publication with its targets."""
    told = {
        "plan": found.plan.address,
        "title": found.plan.title,
        "publication": found.number,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "published_at": found.recorded_at.isoformat(),
        "targets": [
            {"name": line.name, "indicator": line.code, "place": line.place, "is_binding": line.is_binding,
             "due_year": line.due_year, "base": write_figure(line.base) or None, "goal": write_figure(line.goal),
             "latest": write_figure(line.latest) or None, "class": line.klass, "is_preliminary": line.is_preliminary,
             "reason": line.why, "quote": line.quote, "years": [list(pair) for pair in line.years], "unit": line.unit,
             "plan_base": write_plan_figure(line.base) or None, "plan_goal": write_plan_figure(line.goal) or None}
            for line in lines
        ],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1)


def write_figure(figure: Figure | Missing) -> str:
    """Number and unit in one cell; "" where there is none."""
    if isinstance(figure, Missing):
        return ""
    words = (
        figure.before,
        figure.number.replace(",", "") if not figure.is_words else figure.number,
        figure.unit,
        figure.after,
    )
    return " ".join(word for word in words if word)


def write_plan_figure(figure: Figure | Missing) -> str:
    """What the plan itself printed, where an adjustment holds in its place; "" where none does."""
    return figure.adjusted.text if isinstance(figure, Figure) and figure.adjusted else ""
