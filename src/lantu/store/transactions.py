"""Transactions, lent to `run`.

In: nothing. Out: a context in which all rows are written or none, and a way to
do something only once they are. Left out on purpose: retries; SQLite waits for
its turn, and an arrow that failed is run again by whoever asked for it.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from django.db import connections, transaction


def one_transaction() -> AbstractContextManager[None]:
    """All rows written inside are kept, or none."""
    return transaction.atomic()


def after_commit(action: Callable[[], object]) -> None:
    """Do this once the rows are kept; never, if they are not."""
    transaction.on_commit(lambda: action() and None)


def end_connections() -> None:
    """Give back this thread's connection, which else stays open as long as the thread lives."""
    connections.close_all()
