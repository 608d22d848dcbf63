"""The entries of a plan as people reviewed them, as label files in one archive.

In: a plan. Out: a .zip to keep. Left out on purpose: measuring; `lantu score` does that.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import Http404, HttpRequest, HttpResponse

from lantu.run.exporting import export_labels
from lantu.show.access import check_may, needs
from lantu.store.fetch.reviews import newest_reading


@needs("read")
def labels(request: HttpRequest, key: int) -> HttpResponse:
    """The archive."""
    reading = newest_reading(key)
    if reading is None:
        raise Http404
    check_may(request, "read", reading.plan.place_id)
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        for name, content in export_labels(key).items():
            file.writestr(name, content)
    response = HttpResponse(archive.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="plan-{key}-labels.zip"'
    return response
