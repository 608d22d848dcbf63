"""大屏: readable, in turn, and back by itself after the server was gone."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.conftest import Visit, find_free_port, wait_until_up

SMALLEST_PX = {1920: 26, 3840: 52}


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (3840, 2160)])
def test_panels_fit_and_can_be_read_from_five_metres(visit: Callable[..., Visit], width: int, height: int) -> None:
    made = visit(width=width, height=height)
    page = made.open("/wall?seconds=600")
    panels = page.locator("[data-panel]").count()
    assert panels >= 5
    for _ in range(panels):
        over, smallest = page.evaluate(
            "() => { const p = document.querySelector('[data-panel]:not([hidden])');"
            " const said = [...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && !e.closest('svg')"
            " && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));"
            " return [Math.max(p.scrollHeight - p.clientHeight, document.documentElement.scrollWidth - innerWidth),"
            " Math.min(...said.map(e => parseFloat(getComputedStyle(e).fontSize)))]; }"
        )
        assert over <= 0
        assert smallest >= SMALLEST_PX[width]
        page.keyboard.press("ArrowRight")
    assert made.console == []
    assert made.foreign == []


def test_panels_change_by_themselves(visit: Callable[..., Visit]) -> None:
    page = visit(width=1920, height=1080).open("/wall?seconds=0.3")
    first = page.locator("[data-panel]:not([hidden]) h2").inner_text()
    page.wait_for_function(
        "was => document.querySelector('[data-panel]:not([hidden]) h2').innerText !== was", arg=first
    )


def test_it_recovers_when_the_server_comes_back(visit: Callable[..., Visit], tmp_path: Path) -> None:
    port, log = find_free_port(), tmp_path / "log.txt"
    base = f"http://127.0.0.1:{port}"
    env = {**os.environ, "LANTU_HOME": str(tmp_path), "LANTU_PUBLIC_READ": "1"}
    env.pop("DATABASE_URL", None)

    def start() -> "subprocess.Popen[bytes]":
        with log.open("ab") as out:
            command = [sys.executable, "-m", "lantu.cli", "serve", "--port", str(port)]
            process = subprocess.Popen(command, env=env, stdout=out, stderr=subprocess.STDOUT)
        wait_until_up(base, process, log)
        return process

    def stop(process: "subprocess.Popen[bytes]") -> None:
        process.terminate()
        process.wait(timeout=30)

    server = start()
    try:
        page = visit(width=1920, height=1080).page
        page.goto(f"{base}/wall?fresh=0.5")
        shown = page.locator(".wall-frame h1").inner_text()
        stop(server)
        page.wait_for_selector("#lost:not([hidden])", timeout=30_000)
        assert page.locator(".wall-frame h1").inner_text() == shown
        server = start()
        page.wait_for_selector("#lost[hidden]", state="attached", timeout=30_000)
        assert page.locator("[data-panel]:not([hidden])").count() == 1
    finally:
        stop(server)
