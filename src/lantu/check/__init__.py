"""Entries and names in, alignments and findings out; and which definition a name means.

`check_readings` takes the readings of one or more documents and says which of their
statements speak of the same indicator and where they contradict one another, with
spans. Never: guesses across scopes (常住 and 户籍, 登记 and 调查), rounding taken for
conflict, or changes to what it was given.
"""
