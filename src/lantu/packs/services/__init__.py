"""Government services and city cases: rates of closing, online handling, items, code checks.

In: rows of figures. Out: outcomes of formulas. Never: a threshold in code; they stand in rules.yml.
"""
