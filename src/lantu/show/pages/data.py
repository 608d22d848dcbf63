"""数据: what the lake holds of each pack, how fresh and how whole, the files it came from, and the ways to all of it.

In: nothing but who asks. Out: one page. Left out on purpose: series of places one may not read, and the files, whose names and counts
speak of all readings, to whoever may not see them all.
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
    rows = list_rows(seen)
    sees_all = seen is None or (bool(rows) and len(rows) == len(list_rows(None)))
    packs = write_packs(rows, step_packs(), read_clock())
    context = {
        "packs": packs,
        "readings": sum(group.rows for pack in packs for group in pack.groups),
        "flagged": sum(group.flagged for pack in packs for group in pack.groups),
        "series": len(rows),
        "imports": [write_import(row) for row in ReadingImport.objects.all()[:MOST_FILES]] if sees_all else [],
        "files": ReadingImport.objects.count() if sees_all else 0,
        "sees_all": sees_all,
    }
    return render(request, "lantu/data.html", context)
