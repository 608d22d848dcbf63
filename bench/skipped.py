"""How a bench says that it cannot be run here.

In: a reason. Out: an exception that the runner prints.
Left out on purpose: anything about tests, which skip in pytest's way.
"""


class Skipped(Exception):  # noqa: N818  # not an error
    """What the bench needs is not there; the reason says what."""
