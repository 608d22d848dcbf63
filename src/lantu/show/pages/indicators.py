"""指标 list: every definition, found by name, alias or code.

In: what is searched for. Out: one page. Left out on purpose: editing; definitions
come from packs and the city's own file.
"""

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantu.core.catalogue import fold_name
from lantu.core.definition import Definition
from lantu.show.access import needs
from lantu.show.titles import indicator_name
from lantu.show.units import unit_word
from lantu.store.fetch.figures import count_observations
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.fetch.plans import target_codes


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One definition of the list."""

    code: str
    name: str
    unit: str
    owner: str
    is_owner_guessed: bool
    target_count: int
    value_count: int


@needs("read")
def indicators(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by `?q=`."""
    wanted = request.GET.get("q", "").strip()[:100]
    observed, targeted = count_observations(), Counter(target_codes())
    found = [d for d in definitions_by_code().values() if is_found(d, wanted)]
    rows = [
        IndicatorRow(
            d.code, indicator_name(d), unit_word(d.unit), d.owner, d.is_owner_guessed, targeted[d.code],
            observed.get(d.code, 0),
        )
        for d in found
    ]  # fmt: skip
    rows.sort(key=lambda row: (-bool(row.target_count), -bool(row.value_count), row.code))
    return render(request, "lantu/indicators.html", {"rows": rows, "wanted": wanted})


def is_found(definition: Definition, wanted: str) -> bool:
    """Whether any name of the indicator holds what was searched for."""
    names = (definition.code, definition.name, definition.name_en, definition.owner, *definition.aliases)
    folded = fold_name(wanted)
    return any(folded in fold_name(name) for name in names)
