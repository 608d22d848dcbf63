"""Definitions and observations in, values out: as expressions that an engine runs.

In: an Ibis table of observations already limited to what was known at a date, and
definitions. Out: an Ibis expression, and rows of its result as values. Never: runs a
query, knows an engine, or fills a period for which nothing was reported.
"""
