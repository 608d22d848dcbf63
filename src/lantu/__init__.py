"""Lantu (蓝图) holds a city to its plan.

It reads what was promised, measures what is, says how they compare, sees that
someone acts, and shows where each figure came from. See docs/flow.md.
"""

__version__ = "0.1.0"
