"""The sign-in service as the settings name it."""

import pytest

from lantu.store.outer_settings import is_local_sign_in, outer_service, whom_to_ask


def test_none_by_itself(settings) -> None:
    settings.LANTU_OIDC_ISSUER = ""
    assert outer_service() is None
    assert is_local_sign_in()
    assert whom_to_ask() == ""


def test_as_the_settings_say_without_the_secret_in_words(settings) -> None:
    settings.LANTU_OIDC_ISSUER, settings.LANTU_OIDC_CLIENT = "https://id.example", "lantu"
    settings.LANTU_OIDC_SECRET = "very-secret"
    settings.LANTU_OIDC_FIRST = ["email"]
    settings.LANTU_OIDC_ROLES = {"stat": [["reporter", "330400", "tjj"], ["viewer", "330400"]]}
    service = outer_service()
    assert service is not None
    assert service.roles == {"stat": (("reporter", "330400", "tjj"), ("viewer", "330400", ""))}
    assert "very-secret" not in repr(service)
    settings.LANTU_OIDC_FIRST = ["emial"]
    with pytest.raises(ValueError, match="emial"):
        outer_service()
