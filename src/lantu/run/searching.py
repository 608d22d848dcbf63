"""The index of the search, made anew for an instance that has none.

In: the registry. Out: rows of the index. Left out on purpose: plans put in force and definitions recorded; their own arrows see
to the index in their transaction.
"""

from lantu.store.fetch.plans import versions_in_force
from lantu.store.keep.search import index_names, index_version
from lantu.store.models import SearchRow
from lantu.store.transactions import one_transaction


def index_all() -> int:
    """Index everything in force. Returns how many rows."""
    with one_transaction():
        return index_names() + sum(index_version(version) for version in versions_in_force().values())


def index_missing() -> int:
    """Index everything where nothing is indexed yet: an instance from before there was a search."""
    return 0 if SearchRow.objects.exists() else index_all()
