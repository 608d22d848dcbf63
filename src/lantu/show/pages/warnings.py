"""预警: which warnings are open, why, since when, and what became of the others.

In: filters from the address. Out: the list, and one page a warning with every step. Left out on purpose: what somebody does about
a warning, which is a case.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantu.show.access import check_may, may_do, needs, reach_for
from lantu.show.unread import heed
from lantu.show.warning_lines import CAUSES, LEVELS, Choice, WarningLine, build_warnings
from lantu.show.whole import kept_whole
from lantu.show.words import word_for
from lantu.store.fetch.cases import case_for
from lantu.store.fetch.departments import list_departments
from lantu.store.fetch.indicators import places_by_code
from lantu.store.fetch.warnings import find_warning, list_warnings


@dataclass(frozen=True, slots=True)
class WarningGroup:
    """Warnings of one level by one rule."""

    level: str
    level_word: str
    rule: str
    cause_word: str
    lines: list[WarningLine]


STATES = {"open": True, "closed": False, "all": None}


@needs("read")
@kept_whole
def warnings(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by level, cause, place, department and state."""
    unread = heed(
        request,
        {"state": STATES, "level": LEVELS, "cause": CAUSES, "place": places_by_code()},
        {"state": _("显示的是未解除的预警")},
    )
    state = request.GET.get("state", "open")
    reach = reach_for(request, "read")
    rows = [row for row in list_warnings(is_open=STATES.get(state, True)) if reach.covers(row.place_id)]
    lines = build_warnings(rows)
    named = {line.department for line in lines}
    unread += heed(request, {"department": lambda n: n in named or n in {d.name for d in list_departments()}})
    asked = {name: request.GET.get(name, "") for name in ("level", "cause", "place", "department")}
    shown = [line for line in lines if is_asked(line, asked)]
    context = {
        "unread": unread,
        "lines": shown,
        "groups": group_lines(shown),
        "total": len(lines),
        "state": state if state in STATES else "open",
        "asked": asked,
        "levels": _choices([(str(code), word_for(LEVELS, code)) for code in reversed(list(LEVELS))], asked["level"]),
        "causes": _choices([(c, word_for(CAUSES, c)) for c in sorted({line.cause for line in lines})], asked["cause"]),
        "places": _choices(sorted({(line.place_code, line.place) for line in lines}), asked["place"]),
        "departments": _choices(
            sorted({(line.department, line.department_word) for line in lines if line.department}), asked["department"]
        ),
    }
    return render(request, "lantu/warnings.html", context)


@needs("read")
@kept_whole
def warning(request: HttpRequest, key: int) -> HttpResponse:
    """One warning."""
    row = find_warning(key)
    if row is None:
        raise Http404
    check_may(request, "read", row.place_id)
    case = case_for("warning", row.address) if may_do(request, "see_case") else None
    return render(request, "lantu/warning.html", {"line": build_warnings([row])[0], "case": case})


def is_asked(line: WarningLine, asked: dict[str, str]) -> bool:
    """Whether a warning passes all filters that are set."""
    own = {"level": line.level, "cause": line.cause, "place": line.place_code, "department": line.department}
    return all(not wanted or own[name] == wanted for name, wanted in asked.items())


def group_lines(lines: list[WarningLine]) -> list[WarningGroup]:
    """Warnings by level and rule: seventy times that data are missing are one thing to see, not seventy rows before the next.

    Args:
        lines: The gravest first.
    """
    groups: dict[tuple[str, str], WarningGroup] = {}
    for line in lines:
        made = WarningGroup(line.level, line.level_word, line.rule, line.cause_word, [])
        groups.setdefault((line.level, line.rule), made).lines.append(line)
    return list(groups.values())


def _choices(pairs: list[tuple[str, str]], chosen: str) -> list[Choice]:
    return [Choice(code, word, code == chosen) for code, word in pairs]
