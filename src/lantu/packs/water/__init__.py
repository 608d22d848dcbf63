"""Surface water: class by the worst item, main pollutants, shares of sections, judgement of basins.

In: rows of concentrations or classes. Out: outcomes of formulas. Never: a limit in code; they stand in rules.yml.
"""
