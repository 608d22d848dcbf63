"""How many targets of a group stand in each class, and which binding ones stand worst.

In: targets with their standings, each under the name of a plan, a part of a plan, a department or a place. Out: counts by
class, and the worst binding targets in order. Left out on purpose: any mean over unlike targets; a GDP and a forest do not add up.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lantu.core.standing import Class, Standing
from lantu.core.target import Target

WORST = 3
"""Binding targets named for each group."""
_GRAVITY = {Class.MISSED: 0, Class.BEHIND: 1}


@dataclass(frozen=True, slots=True)
class Member:
    """A target under the name it is counted with.

    Attributes:
        group: Name of the plan, part, department or place; "" where it has none.
        target: The target.
        standing: Its standing, or None where it was never judged.
    """

    group: str
    target: Target
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class RollUp:
    """A group of targets.

    Attributes:
        group: Its name.
        counts: How many in each class, all six in their order.
        binding: How many are binding.
        worst: The worst binding targets, missed first, then behind by how far.
    """

    group: str
    counts: tuple[tuple[Class, int], ...]
    binding: int
    worst: tuple[Target, ...]

    @property
    def total(self) -> int:
        """All targets of the group."""
        return sum(count for _, count in self.counts)


def roll_up(members: Iterable[Member]) -> tuple[RollUp, ...]:
    """One for each group, in the order the groups first come; the group without a name last."""
    groups: dict[str, list[Member]] = {}
    for member in members:
        groups.setdefault(member.group, []).append(member)
    named = [name for name in groups if name]
    return tuple(_count(name, groups[name]) for name in (*named, *([""] if "" in groups else [])))


def _count(name: str, members: Sequence[Member]) -> RollUp:
    counted = Counter(class_of(member.standing) for member in members)
    binding = [member for member in members if member.target.is_binding]
    grave = sorted((m for m in binding if class_of(m.standing) in _GRAVITY), key=_gravity_of)
    return RollUp(
        name,
        tuple((klass, counted[klass]) for klass in Class),
        len(binding),
        tuple(member.target for member in grave[:WORST]),
    )


def class_of(standing: Standing | None) -> Class:
    """The class; what was never judged cannot be said."""
    return Class.CANNOT_SAY if standing is None else standing.klass


def _gravity_of(member: Member) -> tuple[int, Decimal]:
    """Missed before behind; those without a share of the way come after those that have one."""
    standing = member.standing
    gap = Decimal(0)
    if standing is not None and standing.done is not None and standing.expected is not None:
        gap = standing.done - standing.expected
    return _GRAVITY[class_of(standing)], gap
