"""What a thing rests on, or what rests on it, as a tree.

In: nothing (nouns only). Out: nodes with an address, what they say, and the nodes next to them. Left out on purpose: finding them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """One link of a chain.

    Attributes:
        kind: standing, target, entry, definition, value, observation, return, document, method, trend, warning, score, line or lapse.
        address: Stable; "" for what has none of its own.
        title: What it says, in one line.
        role: What it is to the node above: latest, base, input, sentence and the like; "" at the top.
        facts: Further figures, by name.
        next: Nodes it rests on, or that rest on it.
    """

    kind: str
    address: str
    title: str
    role: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    next: tuple["Node", ...] = ()


def count_nodes(node: Node) -> int:
    """How many nodes a tree has."""
    return 1 + sum(count_nodes(child) for child in node.next)
