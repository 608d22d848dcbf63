"""Run the benches and keep their figures.

In: names of benches, or none for all. Each bench_*.py beside this file has a docstring and `measure()`, which gives
figures by name or raises Skipped with a reason. Out: a table on the terminal, and bench/results/<bench>.json with the
date, the machine and the commit; bench/RESULTS.md is written from these.
Left out on purpose: any judgement; a bar that must hold is a test.
"""

import importlib.util
import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
REPO = HERE.parent
RESULTS = HERE / "results"
sys.path.insert(0, str(REPO))

from bench.skipped import Skipped  # noqa: E402  # the repository has to be on the path first


def find_benches(wanted: list[str]) -> list[Path]:
    """The bench files, or those of the wanted names."""
    paths = sorted(HERE.glob("bench_*.py"))
    unknown = set(wanted) - {name_bench(path) for path in paths}
    if unknown:
        sys.exit(f"bench: no {', '.join(sorted(unknown))}; there are {', '.join(map(name_bench, paths))}")
    return [path for path in paths if not wanted or name_bench(path) in wanted]


def name_bench(path: Path) -> str:
    """bench_start.py → start."""
    return path.stem.removeprefix("bench_")


def load_bench(path: Path) -> ModuleType:
    """A bench file as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def describe_run() -> dict[str, object]:
    """When, on what, of which commit: without these a figure says nothing."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=REPO, capture_output=True, text=True, check=False
    )
    return {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit.stdout.strip(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
    }


def keep_figures(name: str, run: Mapping[str, object], figures: Mapping[str, float]) -> None:
    """Write one bench's figures, replacing those of the last run."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps({**run, "figures": dict(figures)}, indent=2, ensure_ascii=False)
    (RESULTS / f"{name}.json").write_text(text + "\n", "utf-8")


def write_results() -> None:
    """bench/RESULTS.md: the last run of each bench that was ever run here, with its machine and date."""
    lines = ["# Results", "", "Written by `make bench`; each bench's docstring says what was measured and how.", ""]
    for path in sorted(RESULTS.glob("*.json")):
        kept = json.loads(path.read_text("utf-8"))
        run = f"{kept['measured_at'][:10]}, commit {kept['commit']}, Python {kept['python']}, {kept['system']}"
        lines += [f"## {path.stem}", "", f"{run}, {kept['cores']} cores, load before {kept['load_before']}.", ""]
        lines += ["| figure | value |", "|---|---:|"]
        lines += [f"| {label} | {figure:,.3f} |" for label, figure in kept["figures"].items()]
        lines.append("")
    (HERE / "RESULTS.md").write_text("\n".join(lines), "utf-8")


def main(wanted: list[str]) -> None:
    """Run the benches one after the other, never two at once."""
    for path in find_benches(wanted):
        name, bench, run = name_bench(path), load_bench(path), describe_run()
        print(f"\n{name}: {(bench.__doc__ or '').splitlines()[0]}")
        try:
            figures = bench.measure()
        except Skipped as reason:
            print(f"  skipped: {reason}")
            continue
        for label, figure in figures.items():
            print(f"  {label:<44} {figure:>14,.3f}")
        keep_figures(name, run, figures)
    write_results()


if __name__ == "__main__":
    main(sys.argv[1:])
