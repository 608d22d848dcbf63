"""Servers for the tests of this folder, each started once: they run in one group, and so in one process."""

from collections.abc import Iterator

import pytest

from tests.cluster.servers import missing_for_spark, run_sail, run_spark


@pytest.fixture(scope="session")
def sail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with run_sail(tmp_path_factory.mktemp("sail")) as address:
        yield address


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if missing := missing_for_spark():
        pytest.fail(missing, pytrace=False)
    with run_spark(tmp_path_factory.mktemp("spark")) as address:
        yield address


@pytest.fixture(params=["duckdb", "sail", "spark"])
def engine_url(request: pytest.FixtureRequest) -> str:
    """The address of each engine in turn."""
    name: str = request.param
    return "duckdb://" if name == "duckdb" else str(request.getfixturevalue(name))
