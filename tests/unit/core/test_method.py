"""Methods dispute where some say the pace is enough and others not."""

from lantu.core.method import Method, Opinion, Refusal, is_disputed

ENOUGH = Opinion(Method.UNSD, klass="3", is_enough=True)
SHORT = Opinion(Method.LINEAR, klass="behind")
REFUSED = Opinion(Method.STATCAN, refused=Refusal.ZERO_BASE)


def test_opposite_words_are_a_dispute() -> None:
    assert is_disputed((ENOUGH, SHORT))


def test_a_refusal_disputes_nothing() -> None:
    assert not is_disputed((ENOUGH, REFUSED))
    assert not is_disputed((SHORT, REFUSED))
    assert not is_disputed(())


def test_reasons_that_a_standing_gives_as_well_have_the_same_word() -> None:
    from lantu.core.standing import Reason

    shared = {r.value for r in Reason} & {r.value for r in Refusal}
    assert shared >= {"no_base", "no_value", "no_value_after_base", "growth_missing", "unit_differs", "only_a_bound"}
