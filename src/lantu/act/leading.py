"""Which department a plan's words mean.

In: names of bodies as a plan prints them, and departments by name. Out: the department that leads and those that help,
as a guess. Left out on purpose: former and abbreviated names; what is not told by the name is left to people.
"""

import re
from collections.abc import Iterable, Mapping


def guess_bodies(bodies: Iterable[str], departments: Mapping[str, str], place_name: str) -> tuple[str, tuple[str, ...]]:
    """Codes of the leading department, "" where its name tells none, and of those that help.

    Args:
        bodies: In the order of the plan, the leading one first.
        departments: Code by name.
        place_name: Of the plan; a name may begin with it, or with 市, 区 or 县 alone.
    """
    known = {_fold(name, place_name): code for name, code in departments.items()}
    found = [known.get(_fold(body, place_name), "") for body in bodies]
    helpers = dict.fromkeys(code for code in found[1:] if code and code != found[0])
    return (found[0] if found else ""), tuple(helpers)


def _fold(name: str, place_name: str) -> str:
    return re.sub(r"^[省市区县](?!$)", "", name.strip().removeprefix(place_name))
