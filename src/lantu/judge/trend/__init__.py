"""Values of past years in, a trend to the due date out.

In: a target, its values and its standing. Out: a trend with intervals that were measured on real series, or the reason why
there is none. Never: changes a standing, or tells a trend where the figures are too few.
"""
