"""The schemas teach: each has descriptions, good examples that fit and bad ones that do not."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lantu.packs.schema_check import SCHEMAS, check_schema, read_schema


@pytest.mark.parametrize("name", SCHEMAS)
def test_good_examples_fit_and_bad_ones_do_not(name: str) -> None:
    schema = read_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["examples"]
    assert schema["x-bad-examples"]
    for value in schema["examples"]:
        assert check_schema(value, name, "f.yml") == []
    for bad in schema["x-bad-examples"]:
        assert check_schema(bad["value"], name, "f.yml"), bad["why"]


def find_silent(schema: dict[str, Any], path: str) -> Iterator[str]:
    """Fields without a description."""
    for name, field in schema.get("properties", {}).items():
        if not field.get("description"):
            yield f"{path}.{name}"
        yield from find_silent(field, f"{path}.{name}")
        yield from find_silent(field.get("items", {}), f"{path}.{name}[]")


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described(name: str) -> None:
    schema = read_schema(name)
    assert schema["description"]
    assert list(find_silent(schema, name)) == []


def test_a_fault_is_told_in_the_schemas_words() -> None:
    (problem,) = check_schema({"words": [{"key": "a", "zh": "甲", "en": ""}]}, "words", "words.yml", 3)
    assert (problem.code, problem.place) == ("P010", "words.yml row 3, words.0.en")
    assert "English" in problem.hint
