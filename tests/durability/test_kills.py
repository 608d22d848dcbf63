"""Nothing acknowledged is lost and nothing is doubled when an ingesting and flushing process is killed again and again.

`make durability` kills fifty times on each database; the ordinary run kills eight times.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.feather as feather
import pytest

from tests.durability.ingest import batch_of
from tests.durability.killing import HERE, Outcome, compare, expected_rows, run_kills
from tests.registry import run_postgres

KILLS = int(os.environ.get("LANTU_KILLS", "8"))
SEED = int(os.environ.get("LANTU_SEED", "20261121"))


def run_final(environment: dict[str, str], argument: str) -> None:
    """Run final.py in the environment."""
    every = {**os.environ, **environment, "PYTHONPATH": str(HERE.parents[1])}
    subprocess.run([sys.executable, str(HERE / "final.py"), argument], env=every, check=True, timeout=300)


@pytest.fixture(params=["sqlite", "postgres"])
def instance(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    """An empty registry that waits for the disk, on either database."""
    home = {"LANTU_HOME": str(tmp_path / "home"), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "lantu.store.settings"}
    if request.param == "sqlite":
        yield home
        return
    with run_postgres(is_faster=False) as url:
        yield {**home, "DATABASE_URL": url}


def test_killed_again_and_again(instance: dict[str, str], tmp_path: Path) -> None:
    run_final(instance, "migrate")
    ledger, rows = tmp_path / "ledger", tmp_path / "rows.arrow"
    outcome = run_kills(instance, ledger, KILLS, SEED)
    run_final(instance, str(rows))
    compare(ledger, feather.read_table(rows), outcome)
    print(
        f"\n{outcome.kills} kills ({', '.join(f'{n} at {step}' for step, n in outcome.at_steps.items())}), "
        f"{outcome.acknowledged} batches acknowledged, {outcome.rows} rows, wrong: {outcome.wrong or 'nothing'}"
    )
    assert outcome.wrong == []
    assert outcome.kills == KILLS
    assert outcome.acknowledged > KILLS


@pytest.mark.parametrize("change", ["lost", "doubled"])
def test_a_loss_and_a_double_would_be_found(change: str, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    ledger.write_text("0\n1\n", "ascii")
    names, values = zip(*[(name, value) for name, value, _ in expected_rows(2)], strict=True)
    rows = batch_of(0).schema.empty_table()
    import pyarrow as pa

    rows = pa.table(
        {"series": names, "value": values, "superseded_at": pa.nulls(len(names), pa.timestamp("us", "UTC"))}
    )
    assert compare(ledger, rows, Outcome()).wrong == []
    broken = rows.slice(1) if change == "lost" else pa.concat_tables([rows, rows.slice(0, 1)])
    assert compare(ledger, broken, Outcome()).wrong
