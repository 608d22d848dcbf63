"""A publication as the public reads it."""

from lantu.run.publishing import publish_plan
from lantu.show.public_lines import read_lines
from lantu.store.publications import find_publication
from tests.unit.show.city import City


def test_lines_in_the_order_of_the_plan_with_reason_and_sentence(city: City) -> None:
    publish_plan(city.plan.pk, by="li")
    found = find_publication(city.plan.pk)
    assert found is not None
    lines = read_lines(found)
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert lines[0].klass == "missed"
    assert "9000" in lines[0].quote
    assert lines[2].goal.is_words
    assert all(line.why for line in lines)
