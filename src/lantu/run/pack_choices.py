"""Settings of packs that an instance chose, for what is computed from its readings.

In: `packs/settings.yml` in the instance folder, such as `air: {dust_days: keep}`. Out: choices by pack, and what is wrong with
them. Left out on purpose: `lantu measure --input`, which is told by `--set` each time.
"""

from collections.abc import Mapping
from pathlib import Path

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.packs.pack import Pack
from lantu.run.instance_words import read_words
from lantu.store.settings import HOME

FILE = "settings.yml"
Choices = Mapping[str, Mapping[str, str]]


def read_choices(home: Path = HOME) -> tuple[Choices, tuple[Diagnostic, ...]]:
    """What was chosen, by pack and setting; nothing where there is no such file or it cannot be read."""
    told, diagnostics = read_words(home / "packs" / FILE, "settings", _doubt)
    return {pack: {name: str(word) for name, word in words.items()} for pack, words in told.items()}, diagnostics


def check_choices(packs: Mapping[str, Pack], home: Path = HOME) -> tuple[Diagnostic, ...]:
    """What was chosen and cannot be; the default holds in its place."""
    chosen, diagnostics = read_choices(home)
    wrong = []
    for name, words in chosen.items():
        if name not in packs:
            wrong.append(_doubt(f"{name} is no pack that computes from readings"))
            continue
        settings = packs[name].rules.settings
        for setting, word in words.items():
            if setting not in settings:
                wrong.append(_doubt(f"{name} has no setting {setting}; there are: {', '.join(settings) or 'none'}"))
            elif word not in settings[setting].choices:
                wrong.append(_doubt(f"{name}.{setting} may be {', '.join(settings[setting].choices)}, not {word}"))
    return (*diagnostics, *wrong)


def _doubt(message: str, line: int = 0) -> Diagnostic:
    hint = "write it as `air: {dust_days: keep}`; until then the default holds"
    return Diagnostic("M006", Severity.WARNING, message, hint, cell=Cell(f"packs/{FILE}", line))
