"""Packs from their folders: the built-in ones, and a city's own.

In: folders. Out: packs with their functions, and diagnostics. A later folder goes
before an earlier one, so that a city's own `air` replaces the built-in one.
Left out on purpose: checking what a formula does; whoever may write into a pack's
folder may run code here, as whoever may write into the program's folder.
"""

import importlib.util
import inspect
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType
from typing import Any

from lantu.core.diagnostic import Cell, Diagnostic, Severity, has_errors
from lantu.packs.load import read_pack
from lantu.packs.pack import Pack

MAX_PACK_BYTES = 5_000_000
_SUFFIXES = (".yml", ".py")


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """A pack that can compute.

    Attributes:
        pack: What its files say.
        functions: Those of its formulas.py, by name.
        folder: Where it was found.
        diagnostics: What is doubtful about it.
    """

    pack: Pack
    functions: Mapping[str, Any]
    folder: str
    diagnostics: tuple[Diagnostic, ...]


def find_packs(folders: Iterable[Path] = ()) -> dict[str, Traversable]:
    """The folder of each pack by name; those of later folders replace earlier and built-in ones."""
    found: dict[str, Traversable] = {}
    roots: list[Traversable] = [files("lantu.packs"), *folders]
    for root in roots:
        if root.is_dir():
            found |= {
                f.name: f for f in sorted(root.iterdir(), key=lambda f: f.name) if f.joinpath("pack.yml").is_file()
            }
    return found


def load_pack(folder: Traversable, chosen: Mapping[str, str] | None = None) -> LoadedPack:
    """A pack from its folder; its functions are loaded only where its files are sound.

    Args:
        folder: With the pack's files.
        chosen: Settings that differ from the default.

    Raises:
        OSError: If a file cannot be read.
        ValueError: If a file is not UTF-8, or the folder is too large.
    """
    texts = dict(_read_texts(folder, ""))
    pack, diagnostics = read_pack(texts, chosen)
    if pack.name != folder.name:
        message = f"the folder is called {folder.name}, pack.yml says {pack.name or 'nothing'}"
        hint = "give folder and pack one name"
        diagnostics += (Diagnostic("P016", Severity.ERROR, message, hint, cell=Cell("pack.yml", 0, "name")),)
    functions: dict[str, Any] = {}
    if not has_errors(diagnostics):
        try:
            functions = _load_functions(folder, pack.name)
        except Exception as error:  # noqa: BLE001 - the code of a city's own pack may fail in any way
            message = f"formulas.py cannot be loaded: {type(error).__name__}: {error}"
            cell = Cell("formulas.py")
            diagnostics += (Diagnostic("P011", Severity.ERROR, message, "correct the module", cell=cell),)
    return LoadedPack(pack, functions, str(folder), diagnostics)


def _read_texts(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    texts: list[tuple[str, str]] = []
    size = 0
    for item in folder.iterdir():
        if item.is_dir():
            texts += _read_texts(item, f"{prefix}{item.name}/") if item.name == "cases" and not prefix else []
        elif item.name.endswith(_SUFFIXES):
            data = item.read_bytes()
            size += len(data)
            if size > MAX_PACK_BYTES:
                raise ValueError(f"{folder} holds more than {MAX_PACK_BYTES:,} bytes")
            texts.append((f"{prefix}{item.name}", data.decode("utf-8")))
    return texts


def _load_functions(folder: Traversable, name: str) -> dict[str, Any]:
    module = _load_module(folder, name)
    return {key: value for key, value in vars(module).items() if inspect.isfunction(value)}


def _load_module(folder: Traversable, name: str) -> ModuleType:
    if folder == files("lantu.packs").joinpath(name):
        return importlib.import_module(f"lantu.packs.{name}.formulas")
    path = Path(str(folder.joinpath("formulas.py")))
    spec = importlib.util.spec_from_file_location(f"lantu_pack_{name}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no module")
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up by name while it is being made.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
