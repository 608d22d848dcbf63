"""What every test may ask for: the repository, the shared material, a browser; and the rules no test may break.

In: command-line options. Out: fixtures, markers, one closing line on skipped material.
Left out on purpose: data of single packages, which live beside their tests.
"""

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from django.conf import settings

from tests.registry import lend_registry

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPO = Path(__file__).resolve().parents[1]
SHARED = REPO.parent / "shared"
SHARED_MISSING = f"shared material not present: no folder {os.path.relpath(SHARED, REPO)} beside the repository"
EXPECTED_FAILURES = ("notimpl", "notyet", "never")
DATABASE_FIXTURES = ("db", "transactional_db", "live_server")
LOOPBACK = ("127.", "::1", "localhost")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# As root there is no sandbox to be had; the others keep the browser from calling its maker.
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_BROWSER = "no Chromium on the path; on Debian or Ubuntu: apt-get install chromium fonts-noto-cjk"

# A shared machine is slow now and then, which says nothing about the code; in CI the cases are the same every time.
hypothesis.settings.register_profile("lantu", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("lantu")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("lantu")
    databases = ("sqlite", "postgres")
    group.addoption("--registry", choices=databases, default="sqlite", help="which database the registry is on")
    group.addoption("--rewrite", action="store_true", help="write the golden files anew from what the code gives now")


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a registry of its own, so that no test sees or changes the instance in var/."""
    if not hasattr(config, "workerinput"):  # workers of pytest-xdist inherit what the first process set
        lent = lend_registry(config.getoption("--registry"))
        lent.__enter__()
        config.add_cleanup(lambda: lent.__exit__(None, None, None))
    os.environ["DJANGO_SETTINGS_MODULE"] = "lantu.store.settings"
    # Read now: pytest-django sets Django up after this, if somebody has read the settings by then.
    assert settings.DATABASES
    # A million rounds for each account of a test are most of what a test of pages costs.
    settings.PASSWORD_HASHERS = ["tests.passwords.QuickHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark expected failures; on PostgreSQL keep only the tests that touch the registry; the others were run before."""
    for item in items:
        for name in EXPECTED_FAILURES:
            for marker in item.iter_markers(name):
                if not marker.kwargs.get("reason"):
                    raise pytest.UsageError(f"{item.nodeid}: {name} needs a reason=")
                item.add_marker(pytest.mark.xfail(reason=f"{name}: {marker.kwargs['reason']}", strict=True))
    if config.getoption("--registry") == "postgres":
        kept = [item for item in items if has_registry(item) and item.get_closest_marker("on_sqlite") is None]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """Tests write rows without an audit row, which is what tells a page that something changed."""
    # Only where pages were imported: most tests have none, and the module wants Django set up.
    kept = sys.modules.get("lantu.show.kept")
    if kept is not None:
        kept.forget()


def has_registry(item: pytest.Item) -> bool:
    """Whether a test uses the registry's database."""
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or not fixtures.isdisjoint(DATABASE_FIXTURES)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say how much was not tested because the shared material is not there."""
    skipped = [r for r in terminalreporter.stats.get("skipped", []) if SHARED_MISSING in str(r.longrepr)]
    why = f" ({SHARED_MISSING})" if skipped else ""
    terminalreporter.write_line(f"shared material: {len(skipped)} tests skipped{why}")
    kept = os.environ.get("LANTU_SKIPS")
    if kept and not hasattr(terminalreporter.config, "workerinput"):
        with Path(kept).open("a", encoding="utf-8") as file:
            file.write(f"{len(skipped)}\n")


@pytest.fixture(scope="session")
def repo() -> Path:
    """The root of the repository."""
    return REPO


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and labels beside the repository; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip(SHARED_MISSING)
    return SHARED


@pytest.fixture(scope="session")
def is_rewriting(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--rewrite"))


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The system's Chromium; the test fails where there is none, so that a green run means it was used."""
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    return pytest.fail(NO_BROWSER, pytrace=False)


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator["Browser"]:
    """The system's Chromium, without a window and without calls home; each test opens a context of its own."""
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop running in this thread, which Django would take for asynchronous code.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=list(CHROMIUM_FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session", autouse=True)
def _stay_on_this_machine() -> Iterator[None]:
    """No test reaches another machine: connections go to loopback or to a socket file."""
    real_connect = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
            self.close()
            raise AssertionError(f"a test tried to reach {address[0]}")
        real_connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        yield
