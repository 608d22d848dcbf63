"""Looking things up in a pack."""

from lantu.packs.load import read_pack
from lantu.packs.pack import Formula


def test_indicators_and_inputs_are_found_by_name(noise_files: dict[str, str]) -> None:
    pack, _ = read_pack(noise_files)
    assert pack.find_indicator("noise.excess") is pack.find_indicator("excess")
    assert pack.find_indicator("air.excess") is None
    level = pack.find_input("level")
    assert level is not None
    assert level.unit == "mg/L"
    assert pack.find_input("loudness") is None


def test_inputs_of_a_formula() -> None:
    assert Formula("f", needs=("a",), uses=("b", "c")).inputs == ("a", "b", "c")
