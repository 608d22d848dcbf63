"""Words and signs for how a figure is to be met, or of which only a bound is known.

In: comparators of core. Out: words of the language in force. Left out on purpose:
the figure itself.
"""

from django.utils.translation import gettext as _

from lantu.core.entry import Comparator


def write_comparator(comparator: Comparator) -> tuple[str, str]:
    """Words in front of and behind a figure, for a comparator."""
    behind = {
        Comparator.AT_LEAST: _("以上"),
        Comparator.AT_MOST: _("以下"),
        Comparator.MORE_THAN: _("以上（不含）"),
        Comparator.LESS_THAN: _("以下（不含）"),
        Comparator.ABOUT: _("左右"),
    }
    return "", behind.get(comparator, "")


def write_bound(bound: Comparator) -> str:
    """A sign in front of a reported figure of which only a bound is known."""
    signs = {Comparator.LESS_THAN: "<", Comparator.MORE_THAN: ">", Comparator.AT_LEAST: "≥", Comparator.AT_MOST: "≤"}
    return signs.get(bound, "≈" if bound is Comparator.ABOUT else "")
