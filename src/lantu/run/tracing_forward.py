"""From a sentence or a row forward to all that rests on it.

In: the address of a sentence, an entry, a row of a return, a value or an indicator's promise. Out: a tree up to standings,
warnings and scores. Left out on purpose: what was superseded; only what is in force rests on something.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lantu.core.identity import row_address, text_address, value_address
from lantu.core.standing import Standing
from lantu.core.trace import Node
from lantu.core.value import Value
from lantu.run.lineage import NoFigureError
from lantu.run.lineage_forward import values_above
from lantu.run.tracing import UnknownAddressError, find_row, find_target, find_value
from lantu.run.tracing_scores import Counts, count_scored, score_nodes
from lantu.store import models
from lantu.store.codec import decode
from lantu.store.fetch.plans import versions_in_force
from lantu.store.known import known_values


@dataclass(frozen=True, slots=True)
class Known:
    """What is fetched once a trace.

    Attributes:
        targets: Target and standing in force, by address.
        scores: Where targets, returns and cases count.
    """

    targets: dict[str, tuple[models.PlanTarget, Standing]]
    scores: Counts


def trace_forward(address: str) -> Node:
    """All that rests on something.

    Args:
        address: plan/…#…, plan/…, document/…#start-end, return/…#row-…, return/…, readings/…, cell/…, value/…, sheet/… or case/….

    Raises:
        UnknownAddressError: If nothing has that address.
    """
    kind, known = address.partition("/")[0], _in_force()
    if kind == "document":
        return _from_text(address, known)
    if kind == "return":
        return _from_return(address, known)
    if kind in ("cell", "readings"):
        try:
            values = values_above(address)
        except NoFigureError as error:
            raise UnknownAddressError(str(error)) from error
        return Node(kind, address, address, next=tuple(_from_value(value, "counted in", known) for value in values))
    if kind in ("sheet", "case"):
        return _from_work(address, known)
    if kind == "value":
        return _from_value(find_value(address), "", known)
    if "#" in address:
        find_target(address)
        return Node("entry", address, _title_of(address), next=tuple(_standings([address], known)))
    return _from_plan(address, known)


def _from_work(address: str, known: Known) -> Node:
    """A return sheet or a case, and the scores that it took points from."""
    kind, _, number = address.partition("/")
    row: models.Case | models.ReturnSheet | None = None
    if kind == "case":
        row = models.Case.objects.filter(address=address).first()
    elif number.isdecimal():
        row = models.ReturnSheet.objects.filter(pk=int(number)).first()
    if row is None:
        raise UnknownAddressError(
            f"no {kind} has the address {address}; they look like sheet/12 and case/330400/2026/7"
        )
    return Node(kind, address, str(row), next=tuple(score_nodes(address, known.scores)))


def _from_plan(address: str, known: Known) -> Node:
    version = next((v for v in versions_in_force().values() if v.plan.address == address), None)
    if version is None:
        raise UnknownAddressError(f"no plan {address} was read; `lantu judge --csv` lists the addresses of targets")
    targets = version.targets.order_by("position").values_list("address", flat=True)
    return Node("plan", address, version.plan.title, next=tuple(_standings(targets, known)))


def _from_text(address: str, known: Known) -> Node:
    document, _, place = address.removeprefix("document/").partition("#")
    start, _, end = place.partition("-")
    versions = [v for v in versions_in_force().values() if v.document_id == document]
    if not versions or not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise UnknownAddressError(f"no text {address} in a plan in force; write document/<sha256>#120-180")
    entries = models.PlanEntry.objects.filter(version__in=versions, start__lt=int(end), end__gt=int(start))
    nodes = []
    for entry in entries.order_by("start", "id"):
        targets = list(entry.targets.values_list("address", flat=True))
        own = text_address(document, entry.start, entry.end)
        title = f"{entry.kind} {entry.indicator}: “{entry.quote}”"
        nodes.append(
            Node("entry", targets[0] if targets else own, title, "says", next=tuple(_standings(targets, known)))
        )
    text = versions[0].document.text[int(start) : int(end)]
    return Node("document", address, f"“{text}”".replace("\n", " "), next=tuple(nodes))


def _from_return(address: str, known: Known) -> Node:
    if "#" in address:
        return _from_row(find_row(address), "", known)
    number = address.removeprefix("return/")
    batch = models.ReturnBatch.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    if batch is None:
        raise UnknownAddressError(f"no return {address}; write return/3 or return/3#row-12")
    rows = batch.observations.select_related("batch").order_by("row", "id")
    return Node("return", address, batch.name, next=tuple(_from_row(row, "row", known) for row in rows))


def _from_row(row: models.StagedObservation, role: str, known: Known) -> Node:
    key = str(row.pk)
    values = [value for value in known_values() if key in value.inputs]
    told = {id(value): _from_value(value, "counted in", known) for value in values}
    reached = {child.address for node in told.values() for child in node.next}
    # a base or a trend may rest on a row whose value decides nothing any more
    others = [node for node in _standings(_addresses_with(key, known), known) if node.address not in reached]
    figure = "no figure" if row.amount is None else f"{row.amount.normalize():f} {row.unit}"
    title = f"{row.indicator_code} {row.place_code} {row.period_end}: {figure}"
    return Node("observation", row_address(row.batch_id, row.row), title, role, next=(*told.values(), *others))


def _from_value(value: Value, role: str, known: Known) -> Node:
    resting = {address for key in value.inputs for address in _addresses_with(key, known)}
    title = f"{value.indicator_code} {value.place_code} {value.period}"
    address = value_address(value.indicator_code, value.place_code, value.period)
    return Node("value", address, title, role, next=tuple(_standings(sorted(resting), known)))


def _in_force() -> Known:
    """Standing in force of each target in force, by address; and the scores."""
    keys = [version.pk for version in versions_in_force().values()]
    rows = models.StandingRow.objects.filter(target__version__in=keys).select_related("target")
    latest = {row.target.address: row for row in rows.order_by("recorded_at", "id")}
    targets = {address: (row.target, decode(Standing, row.body)) for address, row in latest.items()}
    return Known(targets, count_scored())


def _addresses_with(key: str, known: Known) -> list[str]:
    """Targets whose standing or trend rests on an observation."""
    found = []
    for address, (_, standing) in known.targets.items():
        inputs = {*standing.inputs, *(standing.trend.inputs if standing.trend is not None else ())}
        if key in inputs:
            found.append(address)
    return found


def _standings(addresses: Iterable[str], known: Known) -> list[Node]:
    nodes = []
    for address in addresses:
        if address not in known.targets:
            nodes.append(Node("target", address, "never judged", "promised"))
            continue
        row, standing = known.targets[address]
        title = f"{row.name}: {standing.klass.value}"
        facts = (("as_of", standing.as_of.isoformat()),)
        scores = score_nodes(address, known.scores, frozenset(standing.inputs))
        nodes.append(Node("standing", address, title, "judged", facts, (*_warnings(address), *scores)))
    return nodes


def _warnings(address: str) -> list[Node]:
    rows = models.WarningRow.objects.filter(subject=address, is_open=True).order_by("id")
    return [Node("warning", row.address, f"{row.level}, {row.rule}", "warned") for row in rows]


def _title_of(address: str) -> str:
    row, target, _ = find_target(address)
    return f"{target.name}: “{row.entry.quote}”"
