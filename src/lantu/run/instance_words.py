"""What an instance says of packs in a file of two levels: pack, then setting or station.

In: a file of `packs/` in the instance folder. Out: what stands below each pack, and what is wrong with the file as a whole; a file
that is not there says nothing. Left out on purpose: what the words mean.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lantu.core.diagnostic import Diagnostic
from lantu.packs.lines import NotYamlError
from lantu.packs.yaml_values import read_exactly

Doubt = Callable[[str, int], Diagnostic]
Words = Mapping[str, Mapping[str, Any]]


def read_words(path: Path, what: str, doubt: Doubt) -> tuple[Words, tuple[Diagnostic, ...]]:
    """What a file says, by pack and name.

    Args:
        path: The file.
        what: What stands below packs, in the plural.
        doubt: Makes a diagnostic of a message and a line, which is 0 where none is known.
    """
    if not path.is_file():
        return {}, ()
    try:
        told = read_exactly(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, NotYamlError) as error:
        return {}, (doubt(str(error), getattr(error, "line", 0)),)
    if not isinstance(told, dict) or not all(isinstance(below, dict) for below in told.values()):
        return {}, (doubt(f"it does not name {what} below packs", 0),)
    return {str(pack): {str(name): word for name, word in below.items()} for pack, below in told.items()}, ()
