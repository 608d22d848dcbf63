"""Ambient air: IAQI, AQI, good days, means and percentiles by HJ 633, HJ 663 and GB 3095.

In: rows of concentrations. Out: outcomes of formulas. Never: a limit in code; they stand in rules.yml.
"""
