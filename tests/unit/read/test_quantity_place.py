"""The words around a figure, cut out once."""

from lantu.read.quantity_grammar import find_quantities
from lantu.read.quantity_place import look_around


def test_before_and_after_stay_in_the_sentence() -> None:
    text = "前一句。医院床位达到600张以上的目标"
    (quantity,) = find_quantities(text)
    place = look_around(text, quantity, text.index("医"), len(text), False)
    assert place.before == "医院床位达到"
    assert place.after == "的目标"
