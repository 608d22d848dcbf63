"""Rates of a project's investment by the formulas of the pack of projects.

In: what is known of a project. Out: investment completed and lead over time. Left out on purpose: judging; and the
formulas themselves, which an instance may replace by a pack of its own called projects.
"""

from decimal import Decimal
from functools import cache

from lantu.core.project import ProjectFacts, ProjectRates
from lantu.packs.rows import InputRow
from lantu.run.pack_folders import LoadedPack, find_packs, load_pack
from lantu.store.settings import HOME

PACK = "projects"


def compute_rates(facts: ProjectFacts) -> ProjectRates:
    """The rates; None where a figure they need is absent or a formula gives no value."""
    if facts.data_date is None or facts.year_invested is None:
        return ProjectRates()
    months = Decimal(facts.data_date.month)
    return ProjectRates(
        completion=_compute("compute_completion", facts.year_planned, facts.year_invested, months),
        time_lead=_compute("compute_time_lead", facts.year_planned, facts.year_invested, months),
        total_completion=_compute("compute_completion", facts.total, facts.all_invested, months),
    )


def _compute(name: str, planned: Decimal | None, done: Decimal | None, months: Decimal) -> Decimal | None:
    if planned is None or done is None:
        return None
    loaded = _load_projects()
    formula = loaded.functions.get(name)
    if formula is None:
        return None
    found = formula(InputRow(0, {"planned": planned, "done": done, "months": months}), loaded.pack.rules).value
    return found if isinstance(found, Decimal) else None


@cache
def _load_projects() -> LoadedPack:
    return load_pack(find_packs([HOME / "packs"])[PACK])
