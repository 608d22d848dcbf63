"""The nouns every part of Lantu shares: frozen values, standard library only.

In: nothing. Out: places, periods, quantities, spans, diagnostics, definitions,
entries, observations, values and standings. Never: input or output, a clock,
a framework, or a rule of one domain.
"""
