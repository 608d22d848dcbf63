"""One function per arrow of the flow: one transaction, one audit row.

In: bytes and words from pages or the command line, nouns from the registry. Out:
rows in the registry. Joins stages that do not know each other. Never: pages,
rules of judging, or a second way of doing what an arrow does.
"""
