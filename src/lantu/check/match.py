"""Which definition a name means.

In: a name and unit as a plan or a return writes them, and the catalogue. Out:
the code with the rule that led there, or None. Left out on purpose: likeness.
A name that is merely near another is not matched; 常住 and 户籍, 登记 and 调查,
省控 and 市控, a level and its growth are different indicators.
"""

from collections.abc import Iterable
from functools import lru_cache

from lantu.check.words import drop_whole_place, is_narrower, list_scopes, spell_out
from lantu.core.catalogue import Catalogue, Match, fold_name
from lantu.core.definition import Definition, Kind
from lantu.core.quantity import DimensionError, express_in, parse_unit


def match_indicator(name: str, unit: str, catalogue: Catalogue, measure: str = "") -> Match | None:
    """The definition that a name means.

    Args:
        name: As written.
        unit: As written, or "" where none is known; where one is, it must fit the definition.
        catalogue: What is known.
        measure: The entry's measure where it comes from a plan. A growth_rate may be
            promised of a level ("地区生产总值年均增长6%"): the growth indicator is looked
            for first, then the level it is the growth of.

    Returns:
        None where no definition, or more than one, answers to the name.
    """
    found = _match_as_written(name, unit, catalogue)
    if found is None and measure == "growth_rate":
        found = _match_growth(name, unit, catalogue)
    return found


def _match_as_written(name: str, unit: str, catalogue: Catalogue) -> Match | None:
    exact = _only_fitting(catalogue.definitions_named(name), unit)
    if exact is not None:
        return Match(exact.code, "exact", f"official name of {exact.code}")
    alias = _only_fitting(catalogue.definitions_known_as(name), unit)
    if alias is not None:
        return Match(alias.code, "alias", f"listed among the names of {alias.code}")
    for folded, is_whole in _ways_to_spell(fold_name(name)):
        scopes = list_scopes(folded)
        candidates = (
            definition
            for definition, known in _spelled(catalogue).get(spell_out(folded), ())
            if known == scopes and not (is_whole and is_narrower(definition.name))
        )
        one = _only_fitting(candidates, unit)
        if one is not None:
            return Match(one.code, "folded", f"{name} is another spelling of {one.name}")
    return None


def _ways_to_spell(folded: str) -> Iterable[tuple[str, bool]]:
    yield folded, False
    whole = drop_whole_place(folded)
    if whole != folded:
        yield whole, True


@lru_cache(maxsize=8)
def _spelled(catalogue: Catalogue) -> dict[str, tuple[tuple[Definition, frozenset[str]], ...]]:
    """Definitions with the scopes of the name that leads to them, by that name in the common spelling."""
    found: dict[str, tuple[tuple[Definition, frozenset[str]], ...]] = {}
    for definition in catalogue.definitions:
        for name in (definition.name, *definition.aliases):
            folded = fold_name(name)
            spelled = spell_out(folded)
            found[spelled] = (*found.get(spelled, ()), (definition, list_scopes(folded)))
    return found


def _only_fitting(candidates: Iterable[Definition], unit: str) -> Definition | None:
    fitting = {d.code: d for d in candidates if is_unit_fitting(unit, d.unit)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def is_unit_fitting(unit: str, wanted: str) -> bool:
    """Whether a unit as written can be the unit wanted; an unknown one always can."""
    if not unit.strip() or not wanted.strip():
        return True
    if parse_unit(unit).fits(parse_unit(wanted)):
        return True
    try:
        express_in(parse_unit(unit).factor, unit, wanted)
    except DimensionError:
        return False
    return True


def _match_growth(name: str, unit: str, catalogue: Catalogue) -> Match | None:
    for ending in ("年均增长", "增长"):
        found = _match_as_written(name.removesuffix(ending) + "增长", unit, catalogue)
        definition = catalogue.definition(found.code) if found else None
        if found and definition and definition.kind is Kind.GROWTH:
            return Match(found.code, "folded", f"{name}, promised as growth, is {definition.name}")
    level = name
    for ending in ("年均增长率", "年均增长", "年均增速", "增长率", "增速", "增长"):
        level = level.removesuffix(ending)
    found = _match_as_written(level, "", catalogue)
    if found is None:
        return None
    return Match(found.code, "folded", f"{name} is the growth of {found.code}")
