"""The whole walk, by `make walk`: every page as every role at 1440 in Chinese; as planner at 1440, 1024 and 390 in both languages;
light and dark, and every width, paired with the rest.

In: the sample city with an account for each role; WALK_PAGES=cases,case walks only pages of these names, LANTU_SITE and LANTU_SITE_HOME walk
a site that is running. Out: screenshots in var/screens, every fault in var/screens/faults.txt, and the sizes and times of the first
load. `make test` runs a part of it (test_every_page). Left out on purpose: what the pages say.
"""

import inspect
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from os import environ
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLPattern, reverse
from playwright.sync_api import Error

from tests.web.barriers import find_barriers
from tests.web.conftest import Site, Visit

PASSWORD = "walk-through-all-of-it-1"
ROLES = ("nobody", "viewer", "reporter", "reviewer", "planner", "supervisor", "auditor", "administrator")
PARTS: dict[str, Any] = {"key": 1, "number": 1, "kind": "csv", "form": "docx", "slip": "assign"}
"""What stands in for parts of addresses; a page that has no such thing says so, and is looked at too."""
CODES = {"score": "330400-fgw", "close_department": "330400-fgw", "department": "330400-fgw", "save_head": "330400-fgw"}
"""The code in the address, where it is no indicator's."""
QUERIES = {
    "targets": "?class=risk&sort=standing", "search": "?q=dqsczz", "compare": "?a=1&b=2", "wall": "?seconds=600",
    "value_history": "?place=330400", "owner": "?kind=indicator&thing=gdp&place=330400",
}  # fmt: skip
NO_PAGE = (
    "health",
    "set_language",
    "set_look",
    "sign_out",
    "evidence",
    "sheet_template",
    "case_file",
    "adjustment_file",
)
"""Addresses that answer with something else than a page, or only to a form."""
FIRST_LINK = {"reading_series": "main tbody a[href*=series]"}
"""Pages whose address only another page knows: the walk opens that one and follows this link."""
INSTEAD = {"reading_series": "/readings"}
SETTLED = {"overview": '#map[data-state="drawn"]', "indicator": '#chart[data-state="drawn"]'}


@dataclass(slots=True)
class Walk:
    """What was seen."""

    screens: Path
    axe: str
    faults: list[str] = field(default_factory=list)
    seen: int = 0

    def look(
        self, made: Visit, name: str, address: str, note: str, *, has_axe: bool, widths: tuple[int, ...] = (1440,)
    ) -> None:
        """Open a page once, make it as wide as asked, and note what is wrong with it at each width."""
        made.console.clear()
        made.foreign.clear()
        made.broken.clear()
        try:
            self._look(made, name, address, note, has_axe=has_axe, widths=widths)
        except Error as told:
            # One page that does not come must not keep the others from being looked at.
            if "Download is starting" not in str(told):
                self.faults.append(f"{note} {address}: {str(told).splitlines()[0]}")

    def _look(self, made: Visit, name: str, address: str, note: str, *, has_axe: bool, widths: tuple[int, ...]) -> None:
        page = made.page
        page.set_viewport_size({"width": widths[0], "height": 900})
        answer = page.goto(made.base + address)
        status = answer.status if answer else 0
        if name in FIRST_LINK and page.locator(FIRST_LINK[name]).count():
            answer = page.goto(made.base + str(page.locator(FIRST_LINK[name]).first.get_attribute("href")))
            status = answer.status if answer else 0
        if status == 200 and name in SETTLED and page.locator(SETTLED[name].partition("[")[0]).count():
            page.locator(SETTLED[name].partition("[")[0]).scroll_into_view_if_needed()
            page.wait_for_selector(SETTLED[name], timeout=30_000)
        where = f"{note} {address} ({status})"
        if status >= 500 or status == 404:
            self.faults.append(f"{where}: failed" if status >= 500 else f"{where}: the sample has no such page")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            self.seen += 1
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                self.faults.append(f"{where}: scrolls sideways by {wide} at {width}")
            page.screenshot(path=self.screens / f"{name}-{note.replace(' ', '-')}-{width}.png", full_page=True)
        # A page that is refused or not there says so, which the browser notes as an error of its own.
        self.faults += [f"{where}: {line}" for line in made.console if status == 200 or "Failed to load" not in line]
        self.faults += [f"{where}: asks {line}" for line in made.foreign]
        if has_axe:
            self.faults += [f"{where}: {line}" for line in find_barriers(page, self.axe)]


def takes_only_forms(view: Any) -> bool:
    """Whether an address is only sent to; the closure of Django's decorator names the methods it takes."""
    return "GET" not in inspect.getclosurevars(view).nonlocals.get("request_method_list", ["GET"])


def list_pages() -> dict[str, str]:
    """Every address that is a page: its name and where it is."""
    from lantu.show.urls import urlpatterns

    wanted = set(filter(None, environ.get("WALK_PAGES", "").split(",")))
    found = {}
    for route in urlpatterns:
        if not isinstance(route, URLPattern) or route.name is None or route.name in NO_PAGE:
            continue
        if str(route.name).startswith("api") or takes_only_forms(route.callback):
            continue
        if wanted and route.name not in wanted:
            continue
        parts = route.pattern.converters
        kwargs = {part: value for part, value in PARTS.items() if part in parts}
        kwargs |= {"code": CODES.get(str(route.name), "gdp")} if "code" in parts else {}
        address = reverse(route.name, kwargs=kwargs)
        if not address.endswith((".csv", ".docx", ".xlsx", ".json", ".svg")):
            address = INSTEAD.get(str(route.name), address)
            found[str(route.name)] = address + QUERIES.get(str(route.name), "")
    return found


@pytest.fixture(scope="session")
def accounts(site: Site) -> dict[str, tuple[str, str]]:
    """An account for each role over the whole city."""
    env = {**environ, "LANTU_HOME": str(site.home)}
    known = {role: (f"walk-{role}", PASSWORD) for role in ROLES[1:]}
    note = site.home / "walked.txt"
    if note.exists():
        return known
    for role in ROLES[1:]:
        command = [
            sys.executable,
            "-m",
            "lantu.cli",
            "user",
            "add",
            f"walk-{role}",
            "--role",
            role,
            "--place",
            "330400",
        ]
        subprocess.run([*command, "--password", PASSWORD], env=env, check=True, capture_output=True)
    load_readings(site.home, env)
    note.write_text("accounts of the walk are made", encoding="utf-8")
    return known


def load_readings(home: Path, env: dict[str, str]) -> None:
    """Three days of a made-up station: the sample city has no readings, as made-up ones would become figures beside real ones."""
    file = home / "walk-readings.csv"
    rows = [f"示例站,2024-03-{1 + i // 24:02d} {i % 24:02d}:00,{20 + i % 7},0.{6 + i % 3}" for i in range(72)]
    file.write_text("\n".join(["站点,时间,PM2.5,CO", *rows]) + "\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "lantu.cli",
        "load",
        "observations",
        str(file),
        "--pack",
        "air",
        "--place",
        "330400",
    ]
    subprocess.run(command, env=env, check=True, capture_output=True)


@pytest.fixture
def walk(repo: Path) -> Iterator[Walk]:
    """The walk; at its end all faults are told together."""
    screens = repo / "var" / "screens"
    screens.mkdir(parents=True, exist_ok=True)
    made = Walk(screens, (repo / "assets" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
    yield made
    with (screens / "faults.txt").open("a", encoding="utf-8") as file:
        file.writelines(f"{fault}\n" for fault in made.faults)
    print(f"\nwalk: {made.seen} pages looked at, {len(made.faults)} faults, screenshots in {screens.relative_to(repo)}")


def tell_faults(walk: Walk) -> None:
    """Fail with every fault, a line each."""
    if walk.faults:
        pytest.fail("\n".join([f"{len(walk.faults)} faults", *walk.faults]), pytrace=False)


def sign_in(made: Visit, account: tuple[str, str] | None) -> Visit:
    """The same visit, signed in."""
    if account is not None:
        page = made.open("/sign-in")
        page.fill("#id_username", account[0])
        page.fill("#id_password", account[1])
        page.click("main button[type=submit]")
        page.wait_for_url(lambda address: not address.endswith("/sign-in"))
    return made


@pytest.mark.parametrize("role", ROLES)
def test_every_page_as_every_role(
    walk: Walk, visit: Callable[..., Visit], accounts: dict[str, tuple[str, str]], role: str
) -> None:
    made = sign_in(visit(), accounts.get(role))
    for name, address in list_pages().items():
        walk.look(made, name, address, f"{role} zh-hans light", has_axe=role in ("nobody", "planner"))
    tell_faults(walk)


@pytest.mark.parametrize(
    ("language", "look", "widths"),
    [
        ("zh-hans", "light", (1440, 390)),
        ("zh-hans", "dark", (1024,)),
        ("en", "light", (1024,)),
        ("en", "dark", (1440, 390)),
    ],
)
def test_every_page_as_planner_at_every_width_in_both_languages(
    walk: Walk,
    visit: Callable[..., Visit],
    accounts: dict[str, tuple[str, str]],
    language: str,
    look: str,
    widths: tuple[int, ...],
) -> None:
    # Every look is paired with every width, every language and every role once.
    made = sign_in(visit(language=language, look=look), accounts["planner"])
    for name, address in list_pages().items():
        walk.look(made, name, address, f"planner {language} {look}", has_axe=True, widths=widths)
    tell_faults(walk)


def test_first_load_of_the_overview(visit: Callable[..., Visit]) -> None:
    """Bar 2: under 600 kB compressed before map and charts, under 1.5 MB with them, largest contentful paint under 1.5 s."""
    made = visit()
    session = made.page.context.new_cdp_session(made.page)
    session.send("Network.enable")
    sizes: dict[str, float] = {}
    names: dict[str, str] = {}
    session.on("Network.responseReceived", lambda event: names.update({event["requestId"]: event["response"]["url"]}))
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    made.page.add_init_script(
        "new PerformanceObserver(l => { window.lcp = l.getEntries().at(-1).startTime; })"
        ".observe({ type: 'largest-contentful-paint', buffered: true })"
    )
    page = made.open("/")
    page.locator("#map").scroll_into_view_if_needed()
    page.wait_for_selector('#map[data-state="drawn"]', timeout=30_000)
    lcp = page.evaluate("window.lcp")
    drawn = sum(
        size for key, size in sizes.items() if "maplibre" in names.get(key, "") or "echarts" in names.get(key, "")
    )
    whole = sum(sizes.values())
    print(
        f"\nfirst load: {(whole - drawn) / 1000:.0f} kB before the map, {whole / 1000:.0f} kB with it, LCP {lcp:.0f} ms"
    )
    assert whole - drawn < 600_000
    assert whole < 1_500_000
