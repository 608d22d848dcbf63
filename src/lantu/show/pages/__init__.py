"""One module a page: the view, and what it puts together for its template.

In: a request. Out: a response. Never: queries (store.fetch has them), figures
computed here, or a view without the action it needs.
"""
