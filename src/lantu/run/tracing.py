"""From a light back to sentences and rows.

In: the address of a target or of a value, and perhaps a past day. Out: a tree down to the characters of documents and the rows of
returns. Left out on purpose: judging anew for today; the standing in force is told as it was kept.
"""

from collections.abc import Iterable
from datetime import date

from lantu.core.absence import Absence
from lantu.core.entry import Entry
from lantu.core.identity import row_address, text_address, value_address
from lantu.core.quantity import Quantity
from lantu.core.span import Span
from lantu.core.standing import Standing
from lantu.core.target import Target
from lantu.core.time import Period
from lantu.core.trace import Node
from lantu.core.trend import NoTrend
from lantu.core.value import Value
from lantu.run.clock import end_of_day
from lantu.run.judging import judge_known
from lantu.run.lineage import NoFigureError, trace_cell, trace_readings
from lantu.store import models
from lantu.store.codec import decode
from lantu.store.fetch.figures import observations_by_key
from lantu.store.known import known_definitions, known_values

Observations = dict[str, models.StagedObservation]


class UnknownAddressError(LookupError):
    """Nothing in the registry has that address; the message says which addresses there are."""


def trace_back(address: str, day: date | None = None) -> Node:
    """All that a target's light, a value or a warning rests on.

    Args:
        address: plan/…#…, value/…/…/…, cell/…, readings/… or warning/….
        day: Tell it as of the end of a past day; None for what is in force.

    Raises:
        UnknownAddressError: If nothing has that address.
    """
    if address.startswith("value/"):
        return value_node(find_value(address, day), "")
    if address.startswith("warning/"):
        return _trace_warning(address)
    if address.startswith("return/"):
        return observation_node(find_row(address), "")
    if address.startswith(("cell/", "readings/")):
        try:
            return trace_cell(address) if address.startswith("cell/") else trace_readings(address)
        except NoFigureError as error:
            raise UnknownAddressError(str(error)) from error
    return _trace_target(address, day)


def _trace_target(address: str, day: date | None) -> Node:
    row, target, standing = find_target(address, day)
    parts = [entry_node(row)]
    if target.indicator_code:
        parts.append(_definition_node(target.indicator_code))
    if standing is None:
        return Node("standing", address, f"{target.name}: never judged", next=tuple(parts))
    observations = observations_by_key(standing.inputs)
    used = standing.latest.inputs if standing.latest is not None else ()
    if standing.latest is not None:
        parts.append(value_node(standing.latest, "latest"))
    others = [o for key, o in observations.items() if key not in used]
    parts += [observation_node(o, "also used") for o in others]
    parts += _opinion_nodes(standing)
    parts += _trend_nodes(standing, observations)
    return Node("standing", address, _say_standing(target, standing), facts=_facts_of(standing), next=tuple(parts))


def find_target(address: str, day: date | None = None) -> tuple[models.PlanTarget, Target, Standing | None]:
    """The target with that address in the version in force, and its standing.

    Raises:
        UnknownAddressError: If there is none.
    """
    if day is not None:
        for key, target, standing in judge_known(day):
            if target.id == address:
                return models.PlanTarget.objects.select_related("entry", "version__plan").get(pk=key), target, standing
        raise UnknownAddressError(f"no target {address} was in force on {day}")
    rows = models.PlanTarget.objects.filter(address=address, version__read_at__isnull=False)
    row = rows.select_related("entry", "version__plan").order_by("-version__number").first()
    if row is None:
        raise UnknownAddressError(
            f"nothing has the address {address}; `lantu judge --csv` lists those of targets, and they look like "
            "plan/330400/2021/outline#0a1b2c, value/gdp/330400/2023, return/3#row-12, document/<sha256>#120-180, warning/…"
        )
    kept = models.StandingRow.objects.filter(target=row).order_by("-recorded_at", "-id").first()
    return row, decode(Target, row.body), decode(Standing, kept.body) if kept is not None else None


def find_value(address: str, day: date | None = None) -> Value:
    """The value with that address.

    Raises:
        UnknownAddressError: If there is none.
    """
    for value in known_values(end_of_day(day) if day is not None else None):
        if value_address(value.indicator_code, value.place_code, value.period) == address:
            return value
    raise UnknownAddressError(f"no value has the address {address}; the indicator's page lists the periods it has")


def find_row(address: str) -> models.StagedObservation:
    """The observation that a row of a return became.

    Raises:
        UnknownAddressError: If there is none.
    """
    batch, _, row = address.removeprefix("return/").partition("#row-")
    if batch.isdecimal() and row.isdecimal():
        found = (
            models.StagedObservation.objects.select_related("batch").filter(batch_id=int(batch), row=int(row)).first()
        )
        if found is not None:
            return found
    raise UnknownAddressError(f"no row {address} was kept; write return/3#row-12, the header is row 1")


def _trace_warning(address: str) -> Node:
    row = models.WarningRow.objects.filter(address=address).first()
    if row is None:
        raise UnknownAddressError(f"no warning has the address {address}")
    steps = tuple(
        (f"{step.as_of} {step.step}", f"{step.level}, {step.rule}: " + ", ".join(f"{n} {v}" for n, v in step.evidence))
        for step in row.steps.order_by("id")
    )
    about = trace_back(row.subject) if row.subject.startswith("plan/") else None
    return Node("warning", address, f"{row.name}: {row.level}", facts=steps, next=(about,) if about else ())


def value_node(value: Value, role: str) -> Node:
    """A value with the observations it was computed from."""
    observations = observations_by_key(value.inputs)
    facts = (
        ("rule", value.rule),
        ("status", value.status.value),
        ("published", _text(value.published_on)),
        ("note", value.note),
    )
    return Node(
        "value",
        value_address(value.indicator_code, value.place_code, value.period),
        f"{value.indicator_code} {value.place_code} {value.period}: {'' if value.bound == '=' else value.bound}{_figure(value.quantity)}",
        role,
        _told(facts),
        tuple(observation_node(observations[key], "input") for key in value.inputs if key in observations)
        + tuple(trace_cell(key, "computed") for key in value.inputs if key.startswith("cell/")),
    )


def observation_node(row: models.StagedObservation, role: str) -> Node:
    """A reported figure with the row of the file it stood in."""
    period = Period(row.period_start, row.period_end)
    figure = "no figure" if row.amount is None else f"{row.amount.normalize():f} {row.unit}"
    bound = "" if row.bound == "=" else row.bound
    facts = (
        ("source", row.source_name),
        ("url", row.source_url),
        ("quote", row.quote),
        ("status", row.status),
        ("published", _text(row.published_on)),
        ("recorded", row.recorded_at.isoformat(timespec="seconds")),
        ("note", row.note),
    )
    file = Node(
        "return",
        row.batch.document_id and f"document/{row.batch.document_id}",
        f"{row.batch.name}, row {row.row}",
        "file",
    )
    title = f"{row.indicator_code} {row.place_code} {period}: {bound}{figure}"
    return Node("observation", row_address(row.batch_id, row.row), title, role, _told(facts), (file,))


def entry_node(row: models.PlanTarget) -> Node:
    """A promise with its sentence and figures in the document."""
    entry, version = decode(Entry, row.entry.body), row.version
    spans = (("sentence", entry.span), ("target figure", entry.value_span), ("base figure", entry.base_span))
    quotes = tuple(_span_node(version.document_id, span, role) for role, span in spans if span is not None)
    facts = (
        ("plan", f"{version.plan.title}, version {version.number}"),
        ("section", entry.section),
        ("found in", entry.origin),
        ("target", decode(Target, row.body).comparator.value + _figure(decode(Target, row.body).value)),
        ("base", f"{decode(Target, row.body).base.year}: {_figure(decode(Target, row.body).base.quantity)}"),
    )
    return Node("entry", row.address, f"{entry.indicator}: “{entry.span.quote}”", "promise", _told(facts), quotes)


def _span_node(document: str, span: Span, role: str) -> Node:
    address = text_address(document, span.start, span.end)
    return Node("document", address, f"“{span.before[-8:]}[{span.quote}]{span.after[:8]}”".replace("\n", " "), role)


def _definition_node(code: str) -> Node:
    definition = next((d for d in known_definitions() if d.code == code), None)
    if definition is None:
        return Node("definition", code, "not defined any more", "indicator")
    formula = f"{definition.ratio.numerator} / {definition.ratio.denominator}" if definition.ratio else "reported"
    facts = (
        ("unit", definition.unit),
        ("formula", formula),
        ("source", definition.source),
        ("owner", definition.owner),
    )
    return Node("definition", code, definition.name, "indicator", _told(facts))


def _opinion_nodes(standing: Standing) -> list[Node]:
    nodes = []
    for opinion in standing.panel:
        told = f"does not apply: {opinion.refused.value}" if opinion.refused else opinion.klass
        figures = tuple((name, f"{amount:.6f}") for name, amount in opinion.figures.items())
        nodes.append(Node("method", "", f"{opinion.method.value}: {told}", "beside it", figures))
    return nodes


def _trend_nodes(standing: Standing, used: Observations) -> list[Node]:
    trend = standing.trend
    if trend is None or trend.refused is not NoTrend.NONE:
        return []
    facts = (("way", trend.way), ("years", f"{trend.years} up to {trend.last_year}"), ("chance", _text(trend.chance)))
    older = {key: o for key, o in observations_by_key(trend.inputs).items() if key not in used}
    due = trend.outlook[-1]
    title = f"{due.year}: {due.middle} {trend.unit}, 80 of a hundred between {due.low80} and {due.high80}"
    return [
        Node("trend", "", title, "outlook", _told(facts), tuple(observation_node(o, "input") for o in older.values()))
    ]


def _say_standing(target: Target, standing: Standing) -> str:
    preliminary = " (preliminary)" if standing.is_preliminary else ""
    reason = f", {standing.reason.value}" if standing.reason else ""
    return f"{target.name}: {standing.klass.value}{preliminary}{reason}"


def _facts_of(standing: Standing) -> tuple[tuple[str, str], ...]:
    names = ("as_of", "data_date", "done", "elapsed", "expected", "compared", "partner_compared", "band", "margin")
    facts = [(name, _text(getattr(standing, name))) for name in names]
    return _told(
        (("method", standing.method), ("form", standing.form.value), ("base_version", standing.base_version), *facts)
    )


def _told(facts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in facts if text)


def _figure(figure: Quantity | Absence) -> str:
    return (figure.reason or str(figure.kind)) if isinstance(figure, Absence) else str(figure)


def _text(value: object) -> str:
    return "" if value is None else str(value)
