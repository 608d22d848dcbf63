"""Sources in, observations out.

In: the bytes of a return (CSV, XLSX), the catalogue, and the matcher of names.
Out: observations with source and period, diagnostics with file, row and column,
and a summary that counts. Never: opens a file, fills a gap, or drops a row silently.
"""
