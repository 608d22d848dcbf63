"""YAML text as exact values: figures as decimals, dates as text.

In: text. Out: plain values. Left out on purpose: binary floats and anchors; a
limit of 0.1 is a tenth, and a file must not unfold into an endless one.
"""

from decimal import Decimal
from typing import Any

import yaml

from lantu.packs.lines import NotYamlError, PlainLoader, load_plainly


class ExactLoader(PlainLoader):
    """Figures by their digits; only true and false are booleans, since no, on and off are words."""


def _build_decimal(loader: yaml.SafeLoader, node: Any) -> Decimal:
    text = str(loader.construct_scalar(node)).replace("_", "")
    try:
        return Decimal(text)
    except ArithmeticError as error:
        raise NotYamlError(f"{text} is not a plain decimal", node.start_mark.line + 1) from error


def _build_truth(loader: yaml.SafeLoader, node: Any) -> bool | str:
    text = str(loader.construct_scalar(node))
    return {"true": True, "false": False}.get(text.lower(), text)


def _build_text(loader: yaml.SafeLoader, node: Any) -> str:
    return str(loader.construct_scalar(node))


ExactLoader.add_constructor("tag:yaml.org,2002:int", _build_decimal)
ExactLoader.add_constructor("tag:yaml.org,2002:float", _build_decimal)
ExactLoader.add_constructor("tag:yaml.org,2002:bool", _build_truth)
ExactLoader.add_constructor("tag:yaml.org,2002:timestamp", _build_text)


def read_exactly(text: str) -> Any:
    """The values that the text holds.

    Raises:
        NotYamlError: If the text is too long, not YAML, or uses aliases.
    """
    with load_plainly(text, ExactLoader) as loader:
        return loader.get_single_data()
