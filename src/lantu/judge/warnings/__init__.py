"""Standings and values in, moves of warnings out.

In: facts, the rules, and the warnings that are open. Out: which are opened, raised, lowered or closed, and with what figures.
Never: asks the clock, or opens two warnings for one cause.
"""
