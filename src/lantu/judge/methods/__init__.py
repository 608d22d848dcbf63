"""Recognised methods beside the city's own: linear, StatCan, UNSD, ESCAP.

In: a target and its standing. Out: the panel: one opinion a method, or the reason
why it does not apply. Never: puts a small figure in the place of zero, or changes
the standing.
"""
