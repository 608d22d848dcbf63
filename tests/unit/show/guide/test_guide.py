"""The guide."""

from pathlib import Path

from django.utils import translation

from lantu.show.guide import PAGES, help_for, read_guide
from lantu.show.urls import urlpatterns


def test_both_languages_have_the_same_sections() -> None:
    chinese, english = read_guide("zh"), read_guide("en")
    assert [s.code for s in chinese] == [s.code for s in english]
    assert all(s.paragraphs and all(s.paragraphs) for s in (*chinese, *english))
    assert not any("\n" in p for s in (*chinese, *english) for p in s.paragraphs)


def test_help_is_for_pages_that_exist_from_sections_that_exist() -> None:
    assert set(PAGES) <= {route.name for route in urlpatterns}
    assert set(PAGES.values()) <= {s.code for s in read_guide("zh")}
    with translation.override("en"):
        told = help_for("targets")
        assert told is not None
        assert told.title == "Targets"
    assert help_for("health") is None


def test_the_tour_in_the_documents_is_the_same_text(repo: Path) -> None:
    folder = repo / "src" / "lantu" / "show" / "guide"
    tour = (repo / "docs" / "learn" / "tour.md").read_text("utf-8")
    assert all((folder / f"{language}.md").read_text("utf-8") in tour for language in ("zh", "en"))
