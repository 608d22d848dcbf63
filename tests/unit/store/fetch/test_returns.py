"""Return files."""

from lantu.store.fetch.returns import find_batch, list_batches, notices_of, rows_of
from tests.unit.show.city import City


def test_a_return_with_its_rows_and_notices(city: City) -> None:
    assert list_batches() == [city.batch]
    assert find_batch(city.batch.pk) == city.batch
    assert find_batch(999999) is None
    assert [row.row for row in rows_of(city.batch)] == [2, 3, 4, 5, 6, 7, 8]
    assert [notice.row for notice in notices_of(city.batch)] == [9]
