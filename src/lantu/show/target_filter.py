"""Which targets a list shows, and in which order.

In: targets as columns and what the address asks for. Out: the targets asked for, and the choices of each filter. Left out on
purpose: figures; they are read for the page that is printed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from lantu.core.catalogue import fold_name
from lantu.core.definition import Definition
from lantu.core.standing import Class
from lantu.show.kept import keep, target_state
from lantu.show.owners import find_owners
from lantu.show.titles import indicator_name, place_name, plan_title
from lantu.show.trends import LIKELY, TREND_WORDS, UNLIKELY
from lantu.show.words import CATEGORIES, CLASSES, word_for
from lantu.store.fetch.indicators import definitions_by_code, places_by_code
from lantu.store.fetch.plans import list_plans
from lantu.store.fetch.target_rows import TargetRow, list_target_rows

NAMELESS = "-"
"""How a filter asks for targets that have no such name."""
LATE, AT_RISK = "late", "risk"
"""Ask for what is missed or behind, and for that and what is unlikely to be in time."""
GRAVITY = {Class.MISSED: 0, Class.BEHIND: 1, Class.CANNOT_SAY: 2, Class.ON_COURSE: 3, Class.AHEAD: 4, Class.MET: 5}
Offers = Mapping[str, list[tuple[str, str]]]
"""Code and word of each choice, by filter."""
FIELDS = ("q", "class", "place", "plan", "group", "department", "binding", "trend")


@dataclass(frozen=True, slots=True)
class ListedTarget:
    """A target as a list knows it: its columns with the names people read."""

    row: TargetRow
    name: str
    place: str
    plan: str
    group: str
    owner: str
    is_owner_guessed: bool
    trend: str
    folded: str

    @property
    def is_late(self) -> bool:
        """Whether it is missed or behind."""
        return self.row.klass in (Class.MISSED, Class.BEHIND)

    @property
    def is_at_risk(self) -> bool:
        """Whether it is missed, behind, or unlikely to be in time."""
        return self.is_late or self.trend == "unlikely"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; "" asks for all."""

    told: tuple[tuple[str, str], ...] = ()
    sort: str = ""

    def get(self, field: str) -> str:
        """What is asked of one field."""
        return dict(self.told).get(field, "")

    def but(self, **changed: str) -> "Asked":
        """The same with some fields changed."""
        fields = {**dict(self.told), **changed}
        return replace(self, told=tuple((k, v) for k, v in fields.items() if v))

    def query(self) -> str:
        """As it stands in an address, with the question mark; "" where nothing is asked."""
        pairs = [*self.told, *([("sort", self.sort)] if self.sort else [])]
        return f"?{urlencode(pairs)}" if pairs else ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter."""

    code: str
    word: str
    is_chosen: bool


def read_asked(query: QueryDict) -> Asked:
    """What an address asks for; what is not known is left out."""
    told = tuple((field, value) for field in FIELDS if (value := query.get(field, "").strip()[:200]))
    sort = query.get("sort", "")
    return Asked(told, sort if sort.removeprefix("-") in ORDERS else "")


def list_targets(seen: frozenset[str] | None = None) -> tuple[ListedTarget, ...]:
    """All targets in force of the places seen, kept until something is recorded; None sees all places."""
    found = keep("targets", _list_targets, state=target_state)
    if seen is None:
        return found
    return keep("targets seen", lambda: tuple(t for t in found if t.row.place_code in seen), seen, state=target_state)


def _list_targets() -> tuple[ListedTarget, ...]:
    definitions = keep("definitions", definitions_by_code, state=target_state)
    plans, owners = {plan.pk: plan_title(plan) for plan in list_plans()}, find_owners(definitions)
    names = {code: indicator_name(definition) for code, definition in definitions.items()}
    places = {code: place_name(place) for code, place in places_by_code().items()}
    fold = cache(fold_name)
    made = []
    for row in list_target_rows():
        owner = owners.of(row.address, row.code, row.place_code)
        said = (row.name, row.code, owner.name, *_other_names(definitions.get(row.code)))
        made.append(
            ListedTarget(
                row=row,
                name=names.get(row.code, row.name),
                place=places[row.place_code],
                plan=plans[row.plan_key],
                group=row.category,
                owner=owner.name,
                is_owner_guessed=owner.is_guessed,
                trend=_name_trend(row),
                folded="\n".join([fold(name) for name in said if name]),
            )
        )
    return tuple(made)


def _other_names(definition: Definition | None) -> tuple[str, ...]:
    return (definition.name, definition.name_en, *definition.aliases) if definition else ()


def _name_trend(row: TargetRow) -> str:
    if row.chance is None:
        return ""
    return "likely" if row.chance >= LIKELY else "unlikely" if row.chance <= UNLIKELY else "open"


TESTS: dict[str, Callable[[ListedTarget, str], bool]] = {
    "class": lambda t, wanted: (
        t.is_at_risk if wanted == AT_RISK else t.is_late if wanted == LATE else t.row.klass == wanted
    ),
    "place": lambda t, wanted: t.row.place_code == wanted,
    "plan": lambda t, wanted: str(t.row.plan_key) == wanted,
    "group": lambda t, wanted: t.group == _unname(wanted),
    "department": lambda t, wanted: t.owner == _unname(wanted),
    "binding": lambda t, wanted: t.row.is_binding == (wanted == "yes"),
    "trend": lambda t, wanted: t.trend == wanted,
}

ORDERS: dict[str, Callable[[ListedTarget], Any]] = {
    "name": lambda t: t.name,
    "place": lambda t: (t.row.place_code, t.row.rank),
    "owner": lambda t: (not t.owner, t.owner),
    "due": lambda t: t.row.due_year,
    "standing": lambda t: (GRAVITY[t.row.klass], not t.row.is_binding, -t.row.gap),
    "date": lambda t: (t.row.data_date is None, str(t.row.data_date or "")),
}


def pick_targets(targets: Sequence[ListedTarget], asked: Asked) -> list[ListedTarget]:
    """Those asked for, in the order asked for; the plans' own where none is."""
    shown = list(targets)
    for field, wanted in asked.told:
        if field == "q":
            said = fold_name(wanted)
            shown = [t for t in shown if said in t.folded]
        else:
            test = TESTS[field]
            shown = [t for t in shown if test(t, wanted)]
    if not asked.sort:
        return shown
    return sorted(shown, key=ORDERS[asked.sort.removeprefix("-")], reverse=asked.sort.startswith("-"))


def list_choices(targets: Sequence[ListedTarget], asked: Asked) -> dict[str, list[Choice]]:
    """What each filter offers: only what there is."""
    return mark_chosen(offer_choices(targets), asked)


def mark_chosen(offered: Offers, asked: Asked) -> dict[str, list[Choice]]:
    """What each filter offers, with what is asked for."""
    return {field: [Choice(c, w, c == asked.get(field)) for c, w in pairs] for field, pairs in offered.items()}


def offer_choices(targets: Sequence[ListedTarget]) -> Offers:
    """Codes and words of each filter, the same whatever is asked for."""
    klasses = {t.row.klass for t in targets}
    return {
        "class": [
            (LATE, _("未实现或滞后")),
            (AT_RISK, _("未实现、滞后或恐难如期")),
            *((str(k), str(w)) for k, w in CLASSES.items() if k in klasses),
        ],
        "place": sorted({(t.row.place_code, t.place) for t in targets}),
        "plan": list(dict.fromkeys((str(t.row.plan_key), t.plan) for t in targets)),
        "group": _offer([t.group for t in targets], _("正文中的目标")),
        "department": _offer(sorted(t.owner for t in targets), _("未定")),
        "binding": [("yes", _("约束性")), ("no", _("其他"))],
        "trend": [(code, str(word)) for code, word in TREND_WORDS.items()],
    }


def _offer(names: Sequence[str], nameless: str) -> list[tuple[str, str]]:
    found = dict.fromkeys(names)
    offered = [(name, word_for(CATEGORIES, name)) for name in found if name]
    return [*offered, (NAMELESS, nameless)] if "" in found else offered


def _unname(wanted: str) -> str:
    return "" if wanted == NAMELESS else wanted
