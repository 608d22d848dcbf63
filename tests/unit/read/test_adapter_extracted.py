"""Refusals carry a diagnostic with what to do."""

from lantu.core.diagnostic import Severity
from lantu.read.adapter_extracted import LIMITS, RefusedError, refuse


def test_refusal_says_what_where_and_what_to_do() -> None:
    refusal = refuse("R050", "plan.pdf asks for a password", "plan.pdf")
    assert isinstance(refusal, RefusedError)
    assert refusal.diagnostic.severity is Severity.ERROR
    assert refusal.diagnostic.about == "plan.pdf"
    assert refusal.diagnostic.hint


def test_limits_are_positive() -> None:
    assert LIMITS.file_bytes > 0
    assert LIMITS.expanded_bytes > LIMITS.file_bytes
