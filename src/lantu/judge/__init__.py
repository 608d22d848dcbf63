"""Entries and values in, standings out.

In: entries with their definitions, values as known at a date, and settings. Out:
executable targets, and for each a standing with every figure it rests on. Never:
asks the clock, guesses a missing figure, or says met because time has passed.
"""
