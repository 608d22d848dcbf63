"""Inferences."""

from lantu.core.inference import Inference, join_confidence

YEAR, UNIT = Inference("year", "heading", 0.9), Inference("unit", "column", 0.8)


def test_confidences_multiply() -> None:
    assert join_confidence((YEAR, UNIT)) == 0.72
    assert join_confidence((YEAR,), 0.5) == 0.45
    assert join_confidence(()) == 1.0
