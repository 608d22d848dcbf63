"""YAML text as plain values, with the line each item of a list begins on.

In: text. Out: values and line numbers. Left out on purpose: anchors and aliases,
which let a small file unfold into an endless one.

Text is read by libyaml where it is built in, about ten times quicker than in Python. Its way of building a tree has no
bottom for lists within lists without end, so the events, which need no tree, are looked through first.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from yaml import SafeLoader as _Loader
else:
    _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 100
"""Of values within values."""


class NotYamlError(ValueError):
    """The text cannot be read; carries the line, or 0 for the whole file."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list.

    Attributes:
        value: Plain values (mappings, lists, strings, numbers).
        line: Where it begins, counted from 1.
    """

    value: Any
    line: int


class PlainLoader(_Loader):
    """The loader that files are read with."""


def read_items(text: str, key: str, loader_type: type[PlainLoader] = PlainLoader) -> tuple[Item, ...] | None:
    """The items of the list that the text holds, at its top or under a key.

    Returns:
        None where there is no such list.

    Raises:
        NotYamlError: If the text is too long, not YAML, or uses aliases.
    """
    with load_plainly(text, loader_type) as loader:
        node = _find_list(loader.get_single_node(), key)
        if node is None:
            return None
        return tuple(Item(loader.construct_document(child), child.start_mark.line + 1) for child in node)


@contextmanager
def load_plainly(text: str, loader_type: type[PlainLoader]) -> Iterator[PlainLoader]:
    """A loader on a text without aliases; whatever is wrong with the text is told in one way.

    Raises:
        NotYamlError: If the text is too long, too deep, not YAML, or uses aliases.
    """
    if len(text) > MAX_CHARACTERS:
        raise NotYamlError(f"longer than {MAX_CHARACTERS:,} characters")
    loader = None
    try:
        _check_form(text)
        loader = loader_type(text)
        yield loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise NotYamlError(str(error.problem or error.context or "not YAML"), line) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, NotYamlError):
            raise
        raise NotYamlError(str(error).splitlines()[0] if str(error) else "not YAML") from error
    finally:
        if loader is not None:
            loader.dispose()


def _check_form(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH or isinstance(event, yaml.AliasEvent):
            why = "an alias (*) is used" if isinstance(event, yaml.AliasEvent) else f"deeper than {MAX_DEPTH} values"
            raise NotYamlError(why, event.start_mark.line + 1 if event.start_mark else 0)


def _find_list(node: Any, key: str) -> list[Any] | None:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key and isinstance(value, yaml.SequenceNode):
                return list(value.value)
    return None
