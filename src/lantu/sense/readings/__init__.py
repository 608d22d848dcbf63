"""Files of sensor readings, in bulk: rows in, readings with flags out, chunk by chunk.

In: rows of text, a layout that says which column is what, the pack's rules as
plain values, what came before. Out: readings, each with the flags that speak
against it, and diagnostics. Never: drops a doubtful reading, mends a figure, fills a gap.
"""
