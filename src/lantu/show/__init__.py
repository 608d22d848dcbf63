"""What people see: pages in Chinese and English, charts, maps, and the way from a figure to its source.

In: rows that `store.fetch` hands over, and `run` for what changes something.
Out: HTML, and JSON inside it. Never: judging, measuring, or a query of its own;
no page asks another machine for anything.
"""
