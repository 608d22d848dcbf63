"""The lake: bulk observations, staged in the registry and flushed to a Delta table by month.

In: rows of readings with what they are about, when, from whom. Out: receipts,
files of the table's present version, rows not yet flushed, what changed since.
Never: overwrites a reading, decides whether it is believed, computes an indicator.
"""

from lantu.store.lake.lake import Lake

__all__ = ["Lake"]
