"""大屏: overview, map, behind list and warnings in turn, to be read from five metres, for days without a hand on it.

In: nothing but the registry. Out: one page that asks for itself again; `?part=1` gives the panels alone. Left out on purpose:
anything to click; the desk has it.
"""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lantu.show.access import needs, seen_places
from lantu.show.district_map import DistrictMap, build_map
from lantu.show.frame import read_version
from lantu.show.kept import keep
from lantu.show.pages.overview import build_overview
from lantu.show.svg_map import HEIGHT, WIDTH, Shape, draw_shapes

AT_ONCE = 5
"""Targets on a panel, and one warning less: more cannot be read from five metres."""


@needs("read")
def wall(request: HttpRequest) -> HttpResponse:
    """The page, or the panels alone."""
    seen, mapped = seen_places(request), request.GET.get("map", "")[:80]
    told = keep("overview", lambda: build_overview(mapped, seen), mapped, seen)
    maps = keep("wall maps", lambda: draw_maps(told), mapped, seen)
    context: dict[str, Any] = {
        **told,
        "attention": told["attention"][:AT_ONCE],
        "more_late": told["more_late"] + max(0, len(told["attention"]) - AT_ONCE),
        "gravest": told["gravest"][: AT_ONCE - 1],
        "maps": maps,
        "width": WIDTH,
        "height": HEIGHT,
        "now": timezone.localtime(),
        "version": read_version(),
    }
    answer = render(
        request, "lantu/parts/wall_panels.html" if request.GET.get("part") == "1" else "lantu/wall.html", context
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


def draw_maps(told: dict[str, Any], most: int = 3) -> Sequence[tuple[DistrictMap, tuple[Shape, ...]]]:
    """The map of the indicator chosen, then of those with figures for most districts."""
    first: DistrictMap | None = told["map"]
    if first is None:
        return ()
    place = told["head_place"]
    codes = [c.code for c in first.choices if not c.is_chosen][: most - 1]
    others = [made for code in codes if (made := build_map(place, code)) is not None]
    return [(made, draw_shapes(made)) for made in (first, *others) if made.title]
