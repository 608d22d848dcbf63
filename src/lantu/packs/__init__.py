"""Text of packs in, definitions out.

In: the text of an indicators file. Out: definitions and diagnostics with the
line they speak of. Never: opens a file of the instance, computes a figure, or
guesses what a pack left unsaid.
"""
