"""A tree counts itself."""

from lantu.core.trace import Node, count_nodes


def test_every_node_counts_once() -> None:
    leaf = Node("return", "", "file")
    assert count_nodes(leaf) == 1
    assert count_nodes(Node("value", "", "v", next=(leaf, Node("value", "", "w", next=(leaf,))))) == 4
