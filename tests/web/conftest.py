"""The whole program as people start it: `lantu demo` with its worker, on a free port, in a folder of its own.

In: the sample city. Out: a running site and pages of a browser that record what goes wrong. Left out on purpose:
rows written by tests; everything here came in through the program's own doors.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

START_SECONDS = 400
ROLLING_UP = ("GPU stall due to ReadPixels", "GL Driver Message")
"""Remarks of the software renderer about its own speed."""


@dataclass(frozen=True, slots=True)
class Site:
    """A running instance."""

    base: str
    name: str
    password: str
    home: Path


@dataclass(slots=True)
class Visit:
    """A page with what went wrong while it was used."""

    page: "Page"
    base: str
    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def open(self, address: str) -> "Page":
        """Go to an address of the site."""
        self.page.goto(self.base + address)
        return self.page

    def listen(self) -> None:
        """Record errors, requests elsewhere, and answers that failed."""
        # Lambdas, because Playwright keeps a note on the object of a bound method, and this one has no room for it.
        self.page.on("console", lambda message: self._hear(message))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", lambda request: self._see(request))
        self.page.on("response", lambda r: self.broken.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        self.page.on("requestfailed", lambda request: self._miss(request))

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning") and not any(words in message.text for words in ROLLING_UP):
            self.console.append(message.text)

    def _miss(self, request: Any) -> None:
        # What a page was still loading when it was left.
        if "ERR_ABORTED" not in str(request.failure):
            self.broken.append(f"{request.failure} {request.url}")

    def _see(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.foreign.append(request.url)


def find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_up(base: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{base}/health", timeout=2) as answer:
                if answer.read() == b"ok":
                    return
        except (URLError, OSError):
            time.sleep(0.3)
    raise AssertionError(f"the site did not come up:\n{log.read_text('utf-8', 'replace')[-3000:]}")


def load_once(shared_by_workers: Path, home: Path, env: dict[str, str]) -> None:
    """Load the sample city in one process of the run, and copy it for the others: loading it takes as long as many tests."""
    template, done = shared_by_workers / "sample", shared_by_workers / "sample-is-loaded"
    try:
        template.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + START_SECONDS
        while not done.exists():
            assert time.monotonic() < deadline, "another process of this run did not load the sample city"
            time.sleep(0.3)
    else:
        command = [sys.executable, "-m", "lantu.cli", "demo", "--no-serve"]
        subprocess.run(command, env=env | {"LANTU_HOME": str(template)}, check=True, capture_output=True)
        done.touch()
    shutil.copytree(template, home)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Site]:
    """The sample city, loaded and served; or the one that is running at LANTU_SITE with its folder in LANTU_SITE_HOME."""
    if base := os.environ.get("LANTU_SITE"):
        running = Path(os.environ["LANTU_SITE_HOME"])
        yield Site(base, *(running / "demo-account.txt").read_text("utf-8").split(), running)
        return
    home = tmp_path_factory.mktemp("instance") / "home"
    base_folder = tmp_path_factory.getbasetemp()
    port = find_free_port()
    env = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "LANTU_DEBUG", "DJANGO_SETTINGS_MODULE")}
    env |= {"LANTU_HOME": str(home), "LANTU_PUBLIC_READ": "1"}
    load_once(base_folder if worker_id == "master" else base_folder.parent, home, env)
    log = home / "log.txt"
    with log.open("wb") as out:
        command = [sys.executable, "-m", "lantu.cli", "serve", "--port", str(port)]
        process = subprocess.Popen(command, env=env, stdout=out, stderr=subprocess.STDOUT)
        try:
            base = f"http://127.0.0.1:{port}"
            wait_until_up(base, process, log)
            name, password = (home / "demo-account.txt").read_text("utf-8").split()
            yield Site(base, name, password, home)
        finally:
            process.terminate()
            process.wait(timeout=30)


@pytest.fixture
def visit(site: Site, browser: "Browser") -> Iterator[Callable[..., Visit]]:
    """Makes visits: `visit(width=390, language="en", look="dark")`."""
    contexts = []

    def make(*, width: int = 1440, height: int = 900, language: str = "zh-hans", look: str = "light") -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        contexts.append(context)
        cookies = {"lantu_language": language, "lantu_look": look}
        context.add_cookies([{"name": k, "value": v, "url": site.base} for k, v in cookies.items()])
        made = Visit(context.new_page(), site.base)
        made.listen()
        return made

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe(repo: Path) -> str:
    """The script that looks for barriers."""
    return (repo / "assets" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def planner_cookies(site: Site, browser: "Browser") -> list[Any]:
    """The session of the sample's own account, signed in by the form once: signing in costs a second each time."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site.base}/sign-in")
    page.fill("#id_username", site.name)
    page.fill("#id_password", site.password)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{site.base}/today")
    cookies = [cookie for cookie in context.cookies() if not cookie["name"].startswith("lantu_")]
    context.close()
    return cookies


@pytest.fixture
def signed_in(visit: Callable[..., Visit], planner_cookies: list[Any]) -> Visit:
    """A visit of the sample's own account, which may hand in plans and returns."""
    made = visit()
    made.page.context.add_cookies(planner_cookies)
    return made
