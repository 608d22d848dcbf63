"""Economy: growth, deflation, average growth, chained cuts, figures per head, shares and ratios.

In: rows of figures. Out: outcomes of formulas. Never: a threshold in code; they stand in rules.yml.
"""
