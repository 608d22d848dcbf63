"""The short form of `make soak`: fifteen seconds with a kill, on either database; and counting finds what is lost or doubled."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.registry import run_postgres
from tests.soak.run import is_well, soak, tell


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty registry that waits for the disk."""
    if request.param == "sqlite":
        yield ""
        return
    with run_postgres(is_faster=False) as url:
        yield url


def test_nothing_acknowledged_is_lost_or_doubled(database: str, tmp_path: Path) -> None:
    counts = soak(15, tmp_path, database, pairs=3, every=(7, 9), seed=7)
    print(tell(counts))
    assert is_well(counts), counts
    assert counts["kills"] >= 1
    assert counts["acknowledged"] > 0
    lines = (tmp_path / "ledger").read_text("utf-8").splitlines()
    assert len(lines) == counts["acknowledged"]
    assert all(json.loads(line) for line in lines)


@pytest.mark.django_db
def test_counting_finds_what_is_lost(tmp_path: Path) -> None:
    from tests.soak.setting import count

    ledger, counts = tmp_path / "ledger", tmp_path / "counts"
    ledger.write_text('{"typed": [[1, "5"]]}\n{"sheet": 1, "step": "accept"}\n', "utf-8")
    count(str(counts), str(ledger))
    told = json.loads(counts.read_text("utf-8"))
    assert (told["acknowledged"], told["accepted"], told["lost"], told["doubled"]) == (2, 1, 2, 0)
