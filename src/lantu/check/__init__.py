"""Entries and names in, matches and findings out.

In: names and units as plans and returns write them, and the catalogue. Out: the
definition meant, with the rule that says so, or nothing. Never: guesses across
scopes (常住 and 户籍, 登记 and 调查), or changes what it was given.
"""
