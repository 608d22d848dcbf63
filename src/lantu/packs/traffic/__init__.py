"""Traffic: speed in the peak hours from detector series.

In: rows of figures. Out: outcomes of formulas. Never: a threshold in code; they stand in rules.yml.
"""
