"""Keep places and their boundaries."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from lantu.core.place import LEVELS, Place
from lantu.store import models


def keep_places(places: Iterable[Place], at: datetime) -> int:
    """Add the places that are not known yet, parents first. Returns how many."""
    added = 0
    for place in sorted(places, key=lambda p: LEVELS.index(p.level)):
        if models.Place.objects.filter(pk=place.code).exists():
            continue
        parent = models.Place.objects.filter(pk=place.parent_code).first()
        models.Place.objects.create(
            code=place.code,
            name=place.name,
            name_en=place.name_en,
            level=place.level,
            parent=parent,
            valid_from=place.valid_from,
            valid_to=place.valid_to,
            recorded_at=at,
        )
        added += 1
    return added


def keep_boundaries(shapes: Mapping[str, Any], source: str) -> int:
    """Give known places their GeoJSON geometry (EPSG:4490). Returns how many have one now."""
    kept = 0
    for code, shape in shapes.items():
        kept += models.Place.objects.filter(pk=code).update(boundary=shape, boundary_source=source)
    return kept
