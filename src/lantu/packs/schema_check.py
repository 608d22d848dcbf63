"""The files of a pack against their schemas.

In: values as read from YAML. Out: diagnostics that carry the schema's own words
as the hint. Left out on purpose: what schemas cannot say, which `load` checks.
"""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from lantu.core.diagnostic import Cell, Diagnostic, Severity

SCHEMAS = ("pack", "indicators", "rules", "words", "quality", "cases", "steps", "warnings", "scores")


@lru_cache(maxsize=len(SCHEMAS))
def read_schema(name: str) -> dict[str, Any]:
    """A schema by name; it is part of the program, like its code."""
    text = files("lantu.packs").joinpath(f"schemas/{name}.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


@lru_cache(maxsize=len(SCHEMAS))
def _build_validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(read_schema(name))


def check_schema(value: Any, schema: str, file: str, line: int = 0) -> list[Diagnostic]:
    """What does not fit, each with the field and what the schema says of it."""
    problems = []
    for error in sorted(_build_validator(schema).iter_errors(value), key=lambda e: str(e.path)):
        where = ".".join(str(part) for part in error.absolute_path)
        said = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
        message = f"{where}: {error.message}" if where else error.message
        hint = str(said) or f"compare with packs/schemas/{schema}.schema.json"
        problems.append(Diagnostic("P010", Severity.ERROR, message[:500], hint, cell=Cell(file, line, where)))
    return problems
