"""`lantu trace`: from a light back to sentences and rows, or from those forward to all that rests on them."""

import json
from datetime import datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from lantu.cli.opening import open_registry
from lantu.core.trace import Node


def add_commands(app: typer.Typer) -> None:
    """Add `trace`."""
    app.command(
        epilog="Examples:  lantu trace plan/330400/2021/outline#0a1b2c   ·   lantu trace --forward return/1#row-5 --json"
    )(trace)


def trace(
    address: Annotated[
        str,
        typer.Argument(
            help="plan/…#…, value/…, cell/…, readings/…, return/…#row-…, document/…#…-…, warning/… or assessment/…#…."
        ),
    ],
    forward: Annotated[bool, typer.Option("--forward", help="What rests on it, instead of what it rests on.")] = False,
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="With what was recorded by that day.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the tree as JSON.")] = False,
) -> None:
    """Print the whole chain of a figure or light: standing, figures, returns, sentences."""
    open_registry()
    from lantu.run.tracing import UnknownAddressError

    if forward and as_of is not None:
        typer.echo("--forward tells what is in force; it does not go with --as-of. Leave one out.", err=True)
        raise typer.Exit(2)
    try:
        node = _trace(address, forward, as_of)
    except UnknownAddressError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    if as_json:
        typer.echo(json.dumps(to_json(node, "to" if forward else "from"), ensure_ascii=False, indent=2))
        return
    wide = Console()
    (wide if wide.is_terminal else Console(width=240)).print(to_tree(node))


def _trace(address: str, forward: bool, as_of: datetime | None) -> Node:
    from lantu.run.tracing import trace_back
    from lantu.run.tracing_forward import trace_forward
    from lantu.run.tracing_scores import trace_score

    if forward:
        return trace_forward(address)
    if address.startswith("assessment/"):
        return trace_score(address)
    return trace_back(address, as_of.date() if as_of else None)


def to_json(node: Node, towards: str) -> dict[str, Any]:
    """A node and the nodes next to it.

    Args:
        node: The node.
        towards: Name of the list of the next nodes: from or to.
    """
    told: dict[str, Any] = {"kind": node.kind, "address": node.address, "title": node.title}
    if node.role:
        told["role"] = node.role
    if node.facts:
        told["facts"] = dict(node.facts)
    told[towards] = [to_json(child, towards) for child in node.next]
    return told


def to_tree(node: Node) -> Tree:
    """A tree for people."""
    tree = Tree(_write(node))
    for child in node.next:
        tree.add(to_tree(child))
    return tree


def _write(node: Node) -> Text:
    line = Text()
    line.append(f"{node.role} " if node.role else "", style="dim")
    line.append(f"{node.kind} ", style="bold")
    line.append(node.title)
    if node.address:
        line.append(f"  {node.address}", style="cyan")
    for name, text in node.facts:
        line.append(f"\n{name}: {text}", style="dim")
    return line
