"""No table of text makes a built-in pack fail: each row or group gets its result, and what was wrong is said."""

import json
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.core.time import CHINA_TIME
from lantu.packs.compute import compute_table
from lantu.packs.json_form import computed_to_json
from lantu.packs.row_input import SourceRow, SourceTable
from lantu.run.pack_folders import LoadedPack, find_packs, load_pack

NOW = datetime(2026, 6, 1, tzinfo=CHINA_TIME)
PACKS = {name: load_pack(folder) for name, folder in find_packs().items()}
ADDRESSES = [f"{name}.{i.definition.code}" for name, p in PACKS.items() for i in p.pack.indicators if i.formula]

ODD = [
    "",
    "NaN",
    "-1",
    "0",
    "-0",
    "1e30",
    "1e-20",
    "9e99",
    "<0.01",
    "0.5L",
    "是",
    "Ⅲ",
    "劣Ⅴ",
    "湖库",
    "=1+1",
    "\0",
    "100",
    "101",
]
DAYS = ["2021-05-01", "20260301", "2021-02-30", "02-04 11:00", "2099-01-01", "2021-05-01 08:05", "1949-10-01"]
CELLS = st.one_of(
    st.sampled_from(ODD),
    st.sampled_from(DAYS),
    st.decimals(min_value=0, max_value=300, places=2).map(str),
    st.text(max_size=5),
)


def list_headings(loaded: LoadedPack) -> list[str]:
    """The recommended heading of each input, and one that is nobody's."""
    return [*(found.columns[0] for found in loaded.pack.inputs), "备注"]


@pytest.mark.parametrize("address", ADDRESSES)
@settings(max_examples=25)
@given(data=st.data())
def test_every_row_has_its_place_in_a_result(address: str, data: st.DataObject) -> None:
    name, _, code = address.partition(".")
    loaded = PACKS[name]
    indicator = loaded.pack.find_indicator(code)
    assert indicator is not None
    header = list_headings(loaded)
    rows = data.draw(st.lists(st.lists(CELLS, max_size=len(header) + 1), max_size=6))
    below = tuple(SourceRow(number, tuple(cells)) for number, cells in enumerate(rows, start=2))
    found = compute_table(SourceTable("f.csv", tuple(header), below), loaded.pack, indicator, loaded.functions, NOW)
    assert sorted(number for result in found.results for number in result.rows) == list(range(len(rows)))
    told = json.loads(json.dumps(computed_to_json(found, address), allow_nan=False))
    for answer in told["results"]:
        assert answer["value"] is not None or answer["diagnostics"], answer
