"""What every page shows around its own content: navigation, language, look, version.

In: a request. Out: template variables. Left out on purpose: figures of any kind.
"""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantu.show.access import may_do
from lantu.show.guide import help_for
from lantu.show.language import is_english

LOOKS = ("light", "dark", "auto")
LOOK_COOKIE = "lantu_look"
NAV = (
    ("today", _("今日"), ("today",)),
    ("overview", _("总览"), ("overview",)),
    (
        "plans",
        _("规划"),
        (
            "plans",
            "plan",
            "plan_tree",
            "plan_targets",
            "target_parts",
            "adjustments",
            "adjustment",
            "new_adjustment",
            "new_project_adjustment",
            "review",
            "job",
            "checks",
            "check",
            "check_names",
            "compare",
        ),
    ),
    ("targets", _("全部目标"), ("targets",)),
    ("indicators", _("指标"), ("indicators", "indicator")),
    ("data", _("数据"), ("data", "cells", "readings", "reading_series")),
    ("warnings", _("预警"), ("warnings", "warning")),
    ("cases", _("督办"), ("cases", "case", "new_case", "add_case", "tasks", "task", "projects", "project")),
    ("returns", _("填报"), ("returns", "return", "sheets", "sheet", "burden", "workflows", "workflow")),
    ("scores", _("考核"), ("scores", "score_run", "score")),
    ("reports", _("报告"), ("reports", "report", "verify_report")),
    ("departments", _("管理"), ("departments", "owners", "owner", "people", "person", "messages")),
)

KEYS = {
    "today": "d", "overview": "o", "plans": "p", "targets": "t", "indicators": "i", "data": "a", "warnings": "w", "cases": "c",
    "returns": "f", "scores": "s", "reports": "r", "departments": "m",
}  # fmt: skip
"""The letter that follows g to go to a word of the navigation."""
LIMITED = {"today": "own", "cases": "see_case", "departments": "plan_work"}
"""Words of the navigation that only some people see, with the action they need."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """One word of the navigation."""

    word: Any
    href: str
    is_here: bool
    key: str


@cache
def read_version() -> str:
    """The installed version of Lantu."""
    try:
        return version("lantu")
    except PackageNotFoundError:
        return "dev"


def read_look(request: HttpRequest) -> str:
    """light, dark, or auto where the reader left it to the machine."""
    look = request.COOKIES.get(LOOK_COOKIE, "auto")
    return look if look in LOOKS else "auto"


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor."""
    match = request.resolver_match
    here = match.url_name if match else ""
    has_user = hasattr(request, "user")
    return {
        "nav": [
            NavItem(word, reverse(name), here in pages, KEYS[name])
            for name, word, pages in NAV
            if name not in LIMITED or (has_user and may_do(request, LIMITED[name]))
        ],
        "may_see_sheets": has_user and may_do(request, "see_sheet"),
        "may_see_cases": has_user and may_do(request, "see_case"),
        "may_supervise": has_user and may_do(request, "supervise"),
        "may_manage": has_user and may_do(request, "manage"),
        "look": read_look(request),
        "is_english": is_english(),
        "may_read": has_user and may_do(request, "read"),
        "page_help": help_for(here or ""),
        "lantu_version": read_version(),
    }
