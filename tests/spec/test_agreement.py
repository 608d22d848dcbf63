"""Our scorer and the one that came with the labels give the same figures, document by document and together."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lantu.cli.scoring import describe_agreement, read_labels
from lantu.read import read_plan
from lantu.read.agreement import Agreement, find_document, measure_agreement
from lantu.read.json_form import reading_to_json

NAMES = {
    "prose_value_f1": "value_f1",
    "prose_value_year_f1": "value_year_f1",
    "prose_tuple_f1": "tuple_f1",
    "prose_promise_f1": "promise_f1",
    "kind_accuracy": "kind_accuracy",
    "spans_exact": "spans_exact",
}
ALL = "all documents"


def find_texts(shared: Path) -> list[Path]:
    return [
        *sorted((shared / "seeds").glob("00[0123]_*.txt")),
        *(shared / "corpus" / f"{n}.txt" for n in ("anhui", "jiaxing2021")),
    ]


def run_theirs(shared: Path, readings: list[Path]) -> dict[str, dict[str, float]]:
    """What the shared scorer prints, by document and figure."""
    command = [sys.executable, str(shared / "gold" / "score.py"), "read", *map(str, readings)]
    command += ["--gold", str(shared / "gold"), "--texts", str(shared / "seeds"), str(shared / "corpus")]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, dict[str, float]] = {}
    document = ""
    for line in printed.splitlines():
        if line.startswith("== "):
            document = line[3:]
        elif match := re.match(r"(\w+) ([\d.]+)", line):
            found.setdefault(document, {})[match[1]] = float(match[2])
    return found


@pytest.mark.parametrize("spoil", [False, True], ids=["as read", "spoiled"])
def test_both_scorers_agree(shared: Path, tmp_path: Path, spoil: bool) -> None:
    labels = read_labels(shared / "gold")
    paths, ours, total = [], {}, Agreement()
    for number, source in enumerate(find_texts(shared)):
        data = source.read_bytes()
        reading = reading_to_json(read_plan(data, source.name))
        if spoil:
            reading["entries"] = spoil_entries(reading["entries"])
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(reading, ensure_ascii=False), encoding="utf-8")
        paths.append(path)
        key = find_document(source.name, labels)
        assert key is not None
        score = measure_agreement(reading, labels[key], data.decode("utf-8"))
        ours[source.name] = describe_agreement(score)
        total += score
    ours[ALL] = describe_agreement(total)
    theirs = run_theirs(shared, paths)
    assert set(theirs) == set(ours)
    for document, figures in theirs.items():
        for name, own in NAMES.items():
            if name in figures:
                assert ours[document][own] == pytest.approx(figures[name], abs=0.00006), (document, name)
    assert total.labelled > 300


def spoil_entries(entries: list[dict]) -> list[dict]:
    """A worse reading: some entries left out, doubled, moved, or with another year, value, comparator or kind."""
    made = []
    for number, entry in enumerate(entries):
        change = number % 9
        if change == 0:
            continue
        if change == 1:
            made.append(dict(entry))
        if change == 2 and entry["value"] is not None:
            entry = entry | {"value": entry["value"] * 10, "unit": entry["unit"]}
        if change == 3:
            entry = entry | {"year": 1999}
        if change == 4:
            entry = entry | {"comparator": "~"}
        if change == 5 and entry["kind"] in ("target", "actual"):
            entry = entry | {"kind": "actual" if entry["kind"] == "target" else "target"}
        if change == 6 and entry["value_start"] is not None:
            entry = entry | {"value_start": entry["value_start"] - 2, "value_end": entry["value_end"] + 1}
        if change == 7:
            entry = entry | {"indicator": entry["indicator"][:2], "quote": entry["quote"][1:] + "x"}
        made.append(entry)
    return made
