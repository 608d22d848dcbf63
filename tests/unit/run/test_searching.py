"""The index of an instance that has none."""

from lantu.run.searching import index_all, index_missing
from lantu.store import models
from tests.unit.show.city import build_city


def test_an_index_is_made_where_there_is_none(db) -> None:
    build_city()
    made = index_missing()
    assert made == models.SearchRow.objects.count() > 10
    assert index_missing() == 0
    assert index_all() == made
