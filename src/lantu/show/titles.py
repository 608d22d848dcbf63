"""Names of plans, places and indicators in the language in force.

In: rows with a Chinese name and perhaps an English one. Out: one name, and whether
it is Chinese on an English page. Left out on purpose: translation by machine.
"""

import re

from lantu.core.definition import Definition
from lantu.show.language import is_english
from lantu.store import models


def plan_title(plan: models.Plan) -> str:
    """The plan's title."""
    return plan.title_en if is_english() and plan.title_en else plan.title


def place_name(place: models.Place) -> str:
    """The place's name."""
    return place.name_en if is_english() and place.name_en else place.name


def department_name(department: models.Department) -> str:
    """The department's name."""
    return department.name_en if is_english() and department.name_en else department.name


def indicator_name(definition: Definition) -> str:
    """The indicator's name."""
    return definition.name_en if is_english() and definition.name_en else definition.name


def is_chinese(text: str) -> bool:
    """Whether a text holds Chinese characters: an English page marks it with its language."""
    return re.search(r"[一-鿿]", text) is not None
