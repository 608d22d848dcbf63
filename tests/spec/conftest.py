"""The sample city, loaded once for all the specification tests that ask for it, and taken back afterwards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def sample_folder(repo: Path) -> Path:
    return repo / "examples" / "jiaxing"


@pytest.fixture(scope="module")
def sample_city(django_db_setup: None, django_db_blocker: Any, sample_folder: Path) -> Iterator[str]:
    """Code of the city; its rows are there as long as the module's tests run."""
    from django.db import transaction

    from lantu.run.sample import load_sample

    with django_db_blocker.unblock(), transaction.atomic():
        yield load_sample(sample_folder, say=lambda _: None, by="test")
        transaction.set_rollback(True)
