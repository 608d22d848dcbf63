"""Keep the index of the search: rows of a plan's version in force, and rows of indicators and places."""

from collections.abc import Iterable, Iterator

from lantu.core.catalogue import fold_name
from lantu.core.entry import EntryKind
from lantu.store import models
from lantu.store.known import known_definitions, known_places
from lantu.store.pinyin import write_pinyin

LONGEST = 300


def index_version(version: models.PlanVersion) -> int:
    """Make what a plan says findable, in place of what an earlier version said. Returns how many rows."""
    models.SearchRow.objects.filter(plan_key=version.plan_id).delete()
    place = models.Plan.objects.only("place_id").get(pk=version.plan_id).place_id
    made = models.SearchRow.objects.bulk_create([*_entry_rows(version, place), *_target_rows(version)], batch_size=500)
    return len(made)


def index_names() -> int:
    """Make indicators and places findable. Returns how many rows."""
    models.SearchRow.objects.filter(kind__in=("indicator", "place")).delete()
    return len(models.SearchRow.objects.bulk_create([*_indicator_rows(), *_place_rows()], batch_size=500))


def _indicator_rows() -> Iterator[models.SearchRow]:
    for d in known_definitions():
        names = (d.name, d.name_en, d.code, *d.aliases)
        yield _make("indicator", d.code, d.name, names, title_en=d.name_en, detail=d.owner)


def _place_rows() -> Iterator[models.SearchRow]:
    for p in known_places():
        yield _make("place", p.code, p.name, (p.name, p.name_en, p.code), title_en=p.name_en, place_code=p.code)


def _target_rows(version: models.PlanVersion) -> Iterator[models.SearchRow]:
    definitions = {d.code: d for d in known_definitions()}
    for row in version.targets.select_related("entry").order_by("position"):
        definition = definitions.get(row.indicator_code)
        names = (definition.name, definition.name_en, *definition.aliases) if definition else ()
        made = _make(
            "target", str(row.pk), row.name, (row.name, *names), title_en=definition.name_en if definition else "",
            detail=row.entry.quote, place_code=row.place_id,
        )  # fmt: skip
        made.version, made.plan_key = version, version.plan_id
        yield made


def _entry_rows(version: models.PlanVersion, place_code: str) -> Iterator[models.SearchRow]:
    for row in version.entries.defer("body").order_by("start", "id"):
        is_project = row.kind == EntryKind.PROJECT
        made = _make(
            "project" if is_project else "sentence", row.entry_id, row.indicator or row.quote, (row.indicator, row.quote),
            detail=row.quote, place_code=place_code, has_pinyin=is_project,
        )  # fmt: skip
        made.version, made.plan_key = version, version.plan_id
        yield made


def _make(
    kind: str,
    thing: str,
    title: str,
    names: Iterable[str],
    *,
    title_en: str = "",
    detail: str = "",
    place_code: str = "",
    has_pinyin: bool = True,
) -> models.SearchRow:
    names = [name for name in dict.fromkeys(names) if name]
    spelt = [write_pinyin(name) for name in names if len(name) <= LONGEST] if has_pinyin else []
    return models.SearchRow(
        kind=kind,
        thing=thing,
        title=title[:LONGEST],
        title_en=title_en[:LONGEST],
        detail=detail[:LONGEST],
        place_code=place_code,
        folded="\n".join(fold_name(name) for name in names),
        initials=" ".join(initials for initials, _ in spelt)[:LONGEST],
        pinyin=" ".join(syllables for _, syllables in spelt),
    )
