"""Passwords that are sealed quickly, for the processes of the tests.

In: nothing. Out: Django's own way of sealing with one round instead of a million; whatever it seals any server of ours can
check. Left out on purpose: servers in processes of their own, which seal as they do for people.
"""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class QuickHasher(PBKDF2PasswordHasher):
    """The first hasher of the settings, in no time."""

    iterations = 1
