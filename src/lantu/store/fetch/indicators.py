"""Definitions in force and places."""

from lantu.core.definition import Definition
from lantu.store import models
from lantu.store.known import known_definitions


def definitions_by_code() -> dict[str, Definition]:
    """The definition in force for each code."""
    return {definition.code: definition for definition in known_definitions()}


def places_by_code() -> dict[str, models.Place]:
    """All places without their boundaries."""
    return {place.code: place for place in models.Place.objects.defer("boundary")}


def districts_with_boundaries(parent_code: str) -> list[models.Place]:
    """The areas directly within a place whose boundary is known."""
    return list(models.Place.objects.filter(parent_id=parent_code, boundary__isnull=False).order_by("code"))
