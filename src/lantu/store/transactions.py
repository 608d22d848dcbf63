"""Transactions, lent to `run`.

In: nothing. Out: a context in which all rows are written or none, and a way to
do something only once they are. Left out on purpose: retries; SQLite waits for
its turn, and an arrow that failed is run again by whoever asked for it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock

from django.db import connection, connections, transaction

_turn = RLock()


@contextmanager
def one_transaction(*, is_part: bool = False) -> Iterator[None]:
    """All rows written inside are kept, or none.

    Args:
        is_part: Whether a failure inside undoes what the caller has written in a transaction of its own, too; where nobody goes
            on after the failure, that saves two questions to the database.
    """
    if connection.in_atomic_block:
        with transaction.atomic(savepoint=not is_part):
            yield
    elif connection.vendor == "sqlite":
        # SQLite has one writer; a thread that it turns away sleeps longer each time, while others pass it.
        with _turn, transaction.atomic():
            yield
    else:
        with transaction.atomic():
            yield


def after_commit(action: Callable[[], object]) -> None:
    """Do this once the rows are kept; never, if they are not."""
    transaction.on_commit(lambda: action() and None)


def end_connections() -> None:
    """Give back this thread's connection, which else stays open as long as the thread lives."""
    connections.close_all()
