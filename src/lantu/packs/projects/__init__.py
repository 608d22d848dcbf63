"""Projects: investment completed, lead over time, starts.

In: rows of figures. Out: outcomes of formulas. Never: a threshold in code; they stand in rules.yml.
"""
