"""The history of a target's standings as kept, with what each revision changed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lantu.core.quantity import make_quantity
from lantu.core.standing import Class, Standing
from lantu.core.target import Target
from lantu.judge.revision import Cause
from lantu.run.revising import find_histories
from lantu.store.codec import decode, encode
from lantu.store.known import known_values
from lantu.store.models import PlanTarget, StandingRow
from tests.unit.show.city import AT, build_city


@pytest.mark.django_db
def test_a_revised_figure_moves_a_standing_and_says_why() -> None:
    build_city()
    row = PlanTarget.objects.get(indicator_code="gdp", position=1)
    target = decode(Target, row.body)
    values = [v for v in known_values() if (v.indicator_code, v.place_code) == ("gdp", target.place_code)]
    assert find_histories([target], values, AT.date())[target.id].is_empty
    first = decode(Standing, StandingRow.objects.get(target=row).body)
    assert first.latest is not None
    revised = replace(
        first, klass=Class.MET, latest=replace(first.latest, quantity=make_quantity("9100", "亿元")), done=first.done
    )
    StandingRow.objects.create(
        target=row, as_of=AT.date(), klass="met", body=encode(revised), recorded_at=AT + timedelta(days=1)
    )
    (revision,) = find_histories([target], values, AT.date())[target.id].revisions
    assert (revision.before.klass, revision.after.klass, revision.causes) == (
        Class.MISSED,
        Class.MET,
        (Cause.REVISED,),
    )
