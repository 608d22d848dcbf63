"""Signing in by the city's service in a real browser: the button, the form there, back, out at both; and who is refused is told why.

The content security policy names the service's address, and only a browser holds us to that.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.provider import PASSWORD, Provider, run_provider
from tests.web.conftest import Site, find_free_port, wait_until_up

DATABASE = "lantu.sqlite3"

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@dataclass(frozen=True, slots=True)
class Both:
    """A site, and the service it believes."""

    base: str
    provider: Provider


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Iterator[Both]:
    """The sample's registry as it is now, served a second time: making an empty instance costs more than copying that one."""
    folder = tmp_path_factory.mktemp("outer")
    home = folder / "home"
    shutil.copytree(site.home, home, ignore=shutil.ignore_patterns("*.sqlite3*"))
    with closing(sqlite3.connect(site.home / DATABASE)) as source, closing(sqlite3.connect(home / DATABASE)) as copy:
        source.backup(copy)
    port = find_free_port()
    base = f"http://127.0.0.1:{port}"
    with run_provider(folder, f"{base}/sign-in/outer/back") as provider:
        env = {
            k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "LANTU_DEBUG", "DJANGO_SETTINGS_MODULE")
        }
        env |= {
            "LANTU_HOME": str(home), "LANTU_PUBLIC_READ": "0", "LANTU_OIDC_ISSUER": provider.issuer,
            "LANTU_OIDC_CLIENT": provider.client, "LANTU_OIDC_SECRET": provider.secret,
            "LANTU_OIDC_NAME": "市统一认证", "LANTU_OIDC_FIRST": "username", "LANTU_ASK": "信息中心 8000",
        }  # fmt: skip
        log = folder / "log.txt"
        with log.open("wb") as out:
            command = [sys.executable, "-m", "lantu.cli", "serve", "--port", str(port)]
            process = subprocess.Popen(command, env=env, stdout=out, stderr=subprocess.STDOUT)
            try:
                wait_until_up(base, process, log)
                yield Both(base, provider)
            finally:
                process.terminate()
                process.wait(timeout=30)


def sign_in_there(page: "Page", both: Both, name: str) -> None:
    """Press the button, and give the service its name and password."""
    page.goto(f"{both.base}/sign-in?next=/plans")
    page.click("text=用市统一认证登录")
    page.wait_for_url(f"{both.provider.issuer.removesuffix('/o')}/login/**")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", PASSWORD)
    page.click("button")


def test_there_and_back_and_out_at_both(both: Both, browser: "Browser") -> None:
    context = browser.new_context()
    page = context.new_page()
    console: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    sign_in_there(page, both, "planner")
    page.wait_for_url(f"{both.base}/plans")
    page.click("text=退出 planner")
    page.wait_for_url(f"{both.base}/sign-in?next=/")
    assert page.locator("text=退出 planner").count() == 0
    # The service asks for the password again: the session there ended too.
    page.goto(f"{both.base}/sign-in/outer")
    assert page.locator("input[name=password]").is_visible()
    # The service's own page has no picture of its own, which is not ours to mind.
    assert [said for said in console if "Content Security Policy" in said] == []
    context.close()


def test_who_is_refused_is_told_why_and_whom_to_ask(both: Both, browser: "Browser") -> None:
    context = browser.new_context()
    page = context.new_page()
    sign_in_there(page, both, "wu")
    page.wait_for_url(f"{both.base}/sign-in/outer/back?**")
    assert "没有属于你的账号" in page.locator("[role=alert]").inner_text()
    assert "信息中心 8000" in page.locator("main").inner_text()
    page.click("text=回到登录页")
    assert page.locator("text=用市统一认证登录").is_visible()
    context.close()
