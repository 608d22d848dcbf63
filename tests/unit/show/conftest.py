"""A small city and a reader for the tests of pages.

In: the test's registry. Out: fixtures. Left out on purpose: a browser; tests/web has one.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from tests.unit.show.checked import Checked
    from tests.unit.show.city import City


@pytest.fixture(autouse=True)
def _static_root(settings, tmp_path: Path) -> None:
    """WhiteNoise warns about a missing folder, and warnings are errors here."""
    settings.STATIC_ROOT = tmp_path


@pytest.fixture
def city(db) -> "City":
    """The small city, in an empty registry."""
    # Here and not above: this file is read before the settings are.
    from tests.unit.show.city import build_city

    return build_city()


@pytest.fixture
def checked(city: "City") -> "Checked":
    """Two plans, read and checked, in the small city."""
    from tests.unit.show.checked import build_checked

    return build_checked()


@pytest.fixture
def reader(settings) -> Client:
    """Somebody who did not sign in, where reading is open to all."""
    settings.LANTU_PUBLIC_READ = True
    return Client()


@pytest.fixture
def english(reader: Client) -> Client:
    """The same, in English."""
    reader.cookies["lantu_language"] = "en"
    return reader


@pytest.fixture
def planner(city: "City", settings, django_user_model) -> Client:
    """Somebody who may hand in plans and returns for the city."""
    from lantu.store import models
    from tests.unit.show.city import AT, CITY

    settings.LANTU_PUBLIC_READ = False
    user = django_user_model.objects.create_user("li", password="a-long-password-1")
    models.Assignment.objects.create(user=user, role="administrator", place_id=CITY, recorded_at=AT)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def viewer_of_district(city: "City", settings, django_user_model) -> Client:
    """Somebody who may read what is of one district, where reading is open to nobody."""
    from lantu.store import models
    from tests.unit.show.city import AT, DISTRICT

    settings.LANTU_PUBLIC_READ = False
    user = django_user_model.objects.create_user("of-district", password="a long password")
    models.Assignment.objects.create(user=user, role="viewer", place_id=DISTRICT, recorded_at=AT)
    client = Client()
    client.force_login(user)
    return client
