"""What pages ask of the registry: read-only queries, one file per subject.

In: keys and codes from addresses. Out: rows, and nouns where a page needs more
than columns. Never: a write, a judgement, a figure computed here.
"""
