"""A folder that describes a city is loaded part by part; a part that is missing is named."""

import shutil
from pathlib import Path

import pytest

from lantu.run.sample import SampleError, load_sample, read_places
from lantu.store.models import Plan, PlanTarget, StagedObservation, StandingRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(repo: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(repo / "examples" / "jiaxing", tmp_path / "city"))


def test_loading_twice_changes_nothing(folder: Path) -> None:
    said: list[str] = []
    assert load_sample(folder, say=said.append, by="test") == "330400"
    counts = [table.objects.count() for table in (Plan, PlanTarget, StagedObservation, StandingRow)]
    load_sample(folder, say=said.append, by="test")
    assert [table.objects.count() for table in (Plan, PlanTarget, StagedObservation, StandingRow)] == counts
    assert any("loaded before" in words for words in said)


def test_a_folder_without_a_description_is_named(tmp_path: Path) -> None:
    with pytest.raises(SampleError, match=r"sample\.yml"):
        load_sample(tmp_path, say=print, by="test")


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    (folder / "indicators.yml").unlink()
    with pytest.raises(SampleError, match=r"indicators\.yml"):
        load_sample(folder, say=print, by="test")


def test_a_description_that_says_too_little_is_named(folder: Path) -> None:
    (folder / "sample.yml").write_text("place: '330400'\n", encoding="utf-8")
    with pytest.raises(SampleError, match="places, indicators, plans, returns"):
        load_sample(folder, say=print, by="test")


def test_places_are_checked() -> None:
    with pytest.raises(ValueError, match="six digits"):
        read_places('{"places": [{"code": "33", "name": "x", "level": "county"}]}')
