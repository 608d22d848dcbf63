"""One module for each kind of engine.

In: an address. Out: an engine with the same few verbs. Never: decides what is computed.
"""
