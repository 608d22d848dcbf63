"""The packs of this instance that make figures from readings, and which indicators those figures are.

In: packs from their folders, the definitions in force. Out: packs with steps; what each of their indicators is called here.
Left out on purpose: packs with errors, which `lantu measure --input` names.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lantu.core.catalogue import fold_name
from lantu.core.definition import Definition
from lantu.core.diagnostic import Diagnostic, Severity, has_errors
from lantu.core.step import Step
from lantu.measure.measured import KEPT_GRAINS
from lantu.packs.pack import Pack
from lantu.run.pack_choices import read_choices
from lantu.run.pack_folders import find_packs, load_pack
from lantu.store.settings import HOME


@dataclass(frozen=True, slots=True)
class Asked:
    """An indicator whose values are cells of a step.

    Attributes:
        step: That makes them.
        item: Of the step.
        source: The pack's indicator.
        wanted: The indicator that the values are kept for: a city's own where one names the pack's, else the pack's.
    """

    step: Step
    item: str
    source: Definition
    wanted: Definition


def step_packs(home: Path = HOME) -> Mapping[str, Pack]:
    """Packs with steps by name, an instance's own before the built-in ones, with the settings that the instance chose."""
    chosen, _ = read_choices(home)
    return _load_packs(home, tuple((pack, tuple(sorted(words.items()))) for pack, words in sorted(chosen.items())))


@cache
def _load_packs(home: Path, chosen: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> Mapping[str, Pack]:
    words = {pack: dict(pairs) for pack, pairs in chosen}
    loaded = (load_pack(folder, words.get(name)) for name, folder in find_packs([home / "packs"]).items())
    return {found.pack.name: found.pack for found in loaded if found.pack.steps and not has_errors(found.diagnostics)}


def list_asked(pack: Pack, definitions: Iterable[Definition]) -> tuple[Asked, ...]:
    """Which figures of a pack become values of which indicators."""
    steps = {step.name: step for step in pack.steps}
    known = tuple(definitions)
    asked = []
    for indicator in pack.indicators:
        code = f"{pack.name}.{indicator.definition.code}"
        source = replace(indicator.definition, code=code, pack=pack.name)
        own = [d for d in known if d.measured_by == code]
        for measured in indicator.measured:
            step = steps[measured.step]
            if step.grain not in KEPT_GRAINS:
                continue
            asked += [
                Asked(step, measured.item, source, d) for d in own or [source] if not own or d.grain == step.grain
            ]
    return tuple(asked)


def check_asked(packs: Mapping[str, Pack], definitions: Iterable[Definition]) -> tuple[Diagnostic, ...]:
    """Indicators that are measured by what no pack computes."""
    known = tuple(definitions)
    answered = {a.wanted.code for pack in packs.values() for a in list_asked(pack, known)}
    return tuple(
        Diagnostic("M005", Severity.WARNING, f"{d.code} is measured by {d.measured_by}", "correct it", about=d.code)
        for d in known
        if d.measured_by and d.code not in answered
    )


def name_apart(definition: Definition, pack: Pack, known: Iterable[Definition]) -> Definition:
    """A pack's indicator as the registry keeps it: it takes no name that an indicator of the city goes by."""
    taken = {fold_name(n) for d in known if d.code != definition.code for n in (d.name, *d.aliases)}
    aliases = tuple(alias for alias in definition.aliases if fold_name(alias) not in taken)
    name = definition.name if fold_name(definition.name) not in taken else f"{definition.name}（{pack.title}）"
    return replace(definition, name=name, aliases=aliases)
