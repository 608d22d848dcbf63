"""One rule a file: how each form of promise is decided.

In: a case. Out: a standing, with a class or with the reason why there is none.
Never: reads a setting from anywhere but the case, or rounds before it compares.
"""
