"""The API at /api/v1: the registry for programs.

In: requests with a session or a token. Out: JSON, CSV, XLSX and SDMX; problems as RFC 9457 describes them. Never decides
who may do what: each operation names an action of the policy, as each page does.
"""
