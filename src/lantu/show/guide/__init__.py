"""The guide: one text in each language, read as a tour and, section by section, as the help of pages.

In: the name of a page. Out: its title and paragraphs. Left out on purpose: markup inside paragraphs; a help text that needs it is too long.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from lantu.show.language import is_english

PAGES = {
    "overview": "overview", "targets": "targets", "plan": "plan", "indicator": "indicator", "indicators": "indicator",
    "data": "data", "readings": "data", "cells": "data", "reading_series": "data",
    "warnings": "warnings", "sheets": "sheets", "workflows": "sheets", "search": "search",
    "sheet": "sheets", "returns": "sheets", "plans": "plan", "warning": "warnings", "check": "checks", "checks": "checks",
    "cases": "cases", "case": "cases", "tasks": "tasks", "task": "tasks", "adjustments": "adjustments",
    "adjustment": "adjustments", "scores": "scores", "score_run": "scores", "score": "scores", "reports": "reports",
    "report": "reports", "departments": "manage", "owners": "manage", "people": "manage", "public": "public",
}  # fmt: skip
"""Which section helps on which page."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the guide."""

    code: str
    title: str
    paragraphs: tuple[str, ...]


@lru_cache(maxsize=4)
def read_guide(language: str) -> tuple[Section, ...]:
    """The sections of the tour in their order.

    Args:
        language: zh or en.
    """
    text = files("lantu.show.guide").joinpath(f"{language}.md").read_text("utf-8")
    parts = re.split(r"^## (\w+) (.+)$", text, flags=re.MULTILINE)[1:]
    return tuple(
        Section(code, title, tuple(_join(part) for part in body.strip().split("\n\n")))
        for code, title, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    )


def help_for(page: str) -> Section | None:
    """The section that helps on a page, in the language in force; None where there is none."""
    wanted = PAGES.get(page)
    return next((s for s in read_guide("en" if is_english() else "zh") if s.code == wanted), None)


def _join(part: str) -> str:
    """Lines of one paragraph; between Chinese characters a line's end is nothing."""
    return re.sub(r"(?<=[a-z,.;:”])\n(?=[a-zA-Z“/])", " ", part).replace("\n", "")
