"""A pack as a whole."""

import pytest

from lantu.core.diagnostic import Severity
from lantu.packs.load import read_pack
from lantu.packs.soundness import check_soundness, find_functions


def test_functions_are_found_without_running_anything() -> None:
    text = 'import nothing_of_that_name\n\n\ndef f():\n    """Source: x."""\n\n\nclass C:\n    def g(self): ...\n'
    assert find_functions(text) == {"f": "Source: x."}
    with pytest.raises(SyntaxError):
        find_functions("def f(:")


def test_an_unnamed_source_is_a_warning_and_a_missing_function_an_error(noise_files: dict[str, str]) -> None:
    pack, _ = read_pack(noise_files)
    silent = noise_files["formulas.py"].replace("Source:", "See")
    assert {(d.code, d.severity) for d in check_soundness(pack, silent)} == {("P012", Severity.WARNING)}
    assert {(d.code, d.severity) for d in check_soundness(pack, "")} == {("P011", Severity.ERROR)}


def test_an_edition_that_ends_before_it_begins(noise_files: dict[str, str]) -> None:
    noise_files["rules.yml"] = noise_files["rules.yml"].replace("to: 2019-12-31", "to: 2000-01-01")
    assert [d.code for d in read_pack(noise_files)[1]] == ["P014"]


def test_a_step_is_for_levels_of_places_or_for_groups_that_the_pack_names(noise_files: dict[str, str]) -> None:
    step = "{name: d, from: [observations], items: [level], over: time, by: mean, grain: day, decimals: 1, source: x}"
    group = (
        "{name: c, from: [d], items: [level], over: places, by: mean, grain: day, decimals: 1, levels: [%s], source: x}"
    )
    for level, codes in (("county", []), ("station", []), ("countyy", ["P016"])):
        files = {
            **noise_files,
            "indicators.yml": noise_files["indicators.yml"] + f"steps:\n  - {step}\n  - {group % level}\n",
        }
        assert [d.code for d in read_pack(files)[1]] == codes, level
