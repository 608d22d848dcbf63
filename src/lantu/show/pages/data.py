"""数据: what the lake holds of each pack, how fresh and how whole, the files it came from, and the ways to all of it.

In: nothing but who asks. Out: one page. Left out on purpose: series of places one may not read, and the files, whose names and counts
speak of all places, to whoever may not read them all.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantu.run.clock import read_clock
from lantu.run.pack_steps import step_packs
from lantu.show.access import needs, seen_places
from lantu.show.data_lines import write_import, write_packs
from lantu.show.pages.readings import list_rows
from lantu.store.models import ReadingImport

MOST_FILES = 50


@needs("read")
def data(request: HttpRequest) -> HttpResponse:
    """The page."""
    seen = seen_places(request)
    packs = write_packs(list_rows(seen), step_packs(), read_clock())
    imports = [write_import(row) for row in ReadingImport.objects.all()[:MOST_FILES]] if seen is None else []
    context = {
        "packs": packs,
        "readings": sum(group.rows for pack in packs for group in pack.groups),
        "flagged": sum(group.flagged for pack in packs for group in pack.groups),
        "series": sum(group.series for pack in packs for group in pack.groups),
        "imports": imports,
        "files": ReadingImport.objects.count() if seen is None else 0,
        "sees_all": seen is None,
    }
    return render(request, "lantu/data.html", context)
