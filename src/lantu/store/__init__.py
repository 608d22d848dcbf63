"""Keeps and fetches: the registry (Django models) and the engines that run expressions.

In: nouns from core, bytes of documents. Out: the same nouns again, as known at a
date. Lends transactions to `run`. Never decides anything: no reading, measuring
or judging happens here, and no row is overwritten.
"""
