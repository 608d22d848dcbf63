"""What the registry can speak of now, for stages that take a catalogue."""

from datetime import datetime

from lantu.core.catalogue import Catalogue
from lantu.store.known import known_definitions, known_places


def load_catalogue(at: datetime | None = None) -> Catalogue:
    """Definitions in force at a moment, and all places."""
    return Catalogue(known_definitions(at), known_places())
