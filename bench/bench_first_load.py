"""First load of 总览 in a browser: how much comes over the line, and when the first and the largest words stand there.

In: the sample city, loaded here into a temporary folder; headless Chromium. Out: medians of RUNS loads with nothing kept by the browser
(cold) and of as many in one that has been here (warm): bytes before the map and with it, the answer's first byte, first and largest
contentful paint; and the first answer of a server that has just started. Left out on purpose: a network.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from bench.bench_pages import serve
from bench.skipped import Skipped
from tests.conftest import BROWSERS, CHROMIUM_FLAGS

RUNS = 5
LONGEST_MS = 60_000
WATCH = """
new PerformanceObserver(list => {
  const last = list.getEntries().at(-1);
  window.largest = last.startTime; window.largestWhat = last.element ? last.element.tagName + "." + last.element.className : "";
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
TELL = """() => {
  const way = performance.getEntriesByType("navigation")[0];
  const first = performance.getEntriesByName("first-contentful-paint")[0];
  return { ttfb: way.responseStart, fcp: first ? first.startTime : 0, lcp: window.largest || 0, what: window.largestWhat || "" };
}"""
DRAWN = ("maplibre", "echarts", "map.js")


def measure() -> dict[str, float]:
    """All figures."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise Skipped("no Playwright") from error
    with tempfile.TemporaryDirectory(prefix="lantu-bench-") as home:
        env = {**os.environ, "LANTU_HOME": home, "LANTU_PUBLIC_READ": "1", "DATABASE_URL": ""}
        repo = Path(__file__).resolve().parents[1]
        env["PYTHONPATH"] = f"{repo / 'src'}:{repo}"
        demo = [str(Path(sys.executable).with_name("lantu")), "demo", "--no-serve"]
        subprocess.run(demo, env=env, check=True, capture_output=True)
        return measure_on(env, sync_playwright)


def measure_on(env: dict[str, str], sync_playwright: Any) -> dict[str, float]:
    """The figures of an instance that stands."""
    with serve(env) as (port, starting_s), sync_playwright() as driver:
        base = f"http://127.0.0.1:{port}/"
        first_s = _ask(base)
        browser = driver.chromium.launch(executable_path=find_browser(), args=list(CHROMIUM_FLAGS))
        cold = [_load(browser.new_context(), base) for _ in range(RUNS)]
        context = browser.new_context()
        _load(context, base, is_last=False)
        warm = [_load(context, base, is_last=False) for _ in range(RUNS)]
        browser.close()
    print(f"  largest: {cold[-1]['what']}")
    made = {"until the server answers, s": starting_s, "first answer of the server, ms": first_s * 1000}
    for word, loads in (("cold", cold), ("warm", warm)):
        for name in (
            "before the map, kB",
            "with the map, kB",
            "first byte, ms",
            "first paint, ms",
            "largest paint, ms",
        ):
            made[f"{word}: {name}"] = statistics.median(load[name] for load in loads)
    return made


def find_browser() -> str | None:
    """Chromium of the system; None where Playwright has its own."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def _ask(address: str) -> float:
    start = time.perf_counter()
    with urlopen(address, timeout=60) as answer:
        answer.read()
    return time.perf_counter() - start


def _load(context: Any, address: str, *, is_last: bool = True) -> dict[str, Any]:
    """One visit, until the map is drawn."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: dict[str, float] = {}
    names: dict[str, str] = {}
    session.on("Network.responseReceived", lambda event: names.update({event["requestId"]: event["response"]["url"]}))
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.add_init_script(WATCH)
    page.goto(address, timeout=LONGEST_MS)
    page.wait_for_function("() => window.largest > 0", timeout=LONGEST_MS)
    page.locator("#map").scroll_into_view_if_needed()
    page.wait_for_selector('#map[data-state="drawn"]', timeout=LONGEST_MS)
    told = page.evaluate(TELL)
    drawn = sum(size for key, size in sizes.items() if any(word in names.get(key, "") for word in DRAWN))
    whole = sum(sizes.values())
    if is_last:
        context.close()
    else:
        page.close()
    return {
        "before the map, kB": (whole - drawn) / 1000, "with the map, kB": whole / 1000, "first byte, ms": told["ttfb"],
        "first paint, ms": told["fcp"], "largest paint, ms": told["lcp"], "what": told["what"],
    }  # fmt: skip
