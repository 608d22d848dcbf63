"""Spark Connect, with Sail as the server: the same verbs; addresses that do not answer are told."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lantu.measure.cells import CELLS
from lantu.store.engine import EngineError, open_engine, run_expression
from lantu.store.engines.engine import Part
from tests.cluster.servers import find_port, run_sail
from tests.unit.store.engines.test_duck import ROWS

pytestmark = pytest.mark.xdist_group("sail")


@pytest.fixture(scope="module")
def sail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with run_sail(tmp_path_factory.mktemp("sail")) as address:
        yield address


def test_nobody_at_the_address_is_told_at_once() -> None:
    with pytest.raises(EngineError, match="nobody answers"), open_engine(f"sc://127.0.0.1:{find_port()}"):
        pass


@pytest.mark.parametrize("address", ["sc://", "sc://127.0.0.1:port"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(EngineError, match="sc://host:port"), open_engine(address):
        pass


def test_a_process_without_a_main_file_reaches_the_server(sail: str) -> None:
    """The client must not take it for a doctest of its own, nor leave a name behind."""
    code = (
        "import __main__; from lantu.store.engine import open_engine\n"
        f"with open_engine({sail!r}): print('open', hasattr(__main__, '__file__'))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.stdout == "open False\n", told.stderr


def test_the_same_verbs(sail: str, tmp_path: Path) -> None:
    cells = pa.Table.from_pylist(
        [{"item": "a", "place": "p", "period": t, "amount": t, "n": 1, "seen": 1} for t in range(4)],
        schema=CELLS.to_pyarrow(),
    )
    pq.write_table(cells, tmp_path / "c.parquet")
    pq.write_table(ROWS.slice(0, 2), tmp_path / "r.parquet")
    with open_engine(sail) as engine:
        engine.put_readings([tmp_path / "r.parquet"], ROWS.slice(2))
        assert engine.fetch(engine.table("readings").order_by("micro"))["value"].to_pylist() == [0.0, 1.0, 2.0]
        engine.put_readings(())
        assert engine.fetch(engine.table("readings")).num_rows == 0
        engine.put_files("cells", (), CELLS)
        assert engine.fetch(engine.table("cells")).num_rows == 0
        engine.put_files("cells", [tmp_path / "c.parquet"], CELLS, Part(1, 2))
        engine.keep("kept", lambda: engine.table("cells").order_by("period"))
        assert engine.fetch(engine.table("kept"))["amount"].to_pylist() == [1, 2]


def test_an_expression_on_a_table(sail: str) -> None:
    rows = run_expression(
        lambda t: t.group_by("code").aggregate(n=t.count()).order_by("code"), pa.table({"code": ["a", "b", "a"]}), sail
    )
    assert rows == [{"code": "a", "n": 2}, {"code": "b", "n": 1}]
