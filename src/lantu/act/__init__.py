"""Standings in; cases, deadlines and letters out.

In: standings. Out: nothing yet: the package keeps the place of supervision (督办)
in the order of imports. Never: decides where a target stands.
"""
