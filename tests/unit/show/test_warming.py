"""What is done before the first visitor comes."""

import pytest
from django.test import Client

from lantu.show import warming
from lantu.show.kept import forget
from tests.unit.show.city import build_city


def test_the_overview_is_kept_before_anybody_asks(db, settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.LANTU_PUBLIC_READ = True
    build_city()
    forget()
    warming.warm_program()
    warming.warm_figures()
    monkeypatch.setattr("lantu.show.pages.overview.build_overview", lambda *asked: pytest.fail("made again"))
    assert Client().get("/").status_code == 200


def test_what_fails_is_told_and_does_not_stop_the_start(caplog, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError("no tables")

    monkeypatch.setattr(warming, "warm_figures", fail)
    warming.warm_up().join(timeout=10)
    assert "no tables" in caplog.text
