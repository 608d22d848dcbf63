"""Return files and their rows."""

from django.db.models import Q

from lantu.store import models


def list_batches(places: frozenset[str] | None = None, actor: str = "") -> list[models.ReturnBatch]:
    """Return files, newest first: those with rows of these places and those somebody handed in; None for all places."""
    rows = models.ReturnBatch.objects.order_by("-recorded_at", "-id")
    if places is not None:
        told = models.StagedObservation.objects.filter(place_code__in=places).values("batch_id")
        rows = rows.filter(Q(pk__in=told) | (Q(actor=actor) if actor else Q(pk__in=[])))
    return list(rows)


def find_batch(key: int) -> models.ReturnBatch | None:
    """One return file with its document."""
    return models.ReturnBatch.objects.select_related("document").filter(pk=key).first()


def rows_of(batch: models.ReturnBatch) -> list[models.StagedObservation]:
    """Observations kept from the file, in the order of its rows."""
    return list(batch.observations.order_by("row", "id"))


def notices_of(batch: models.ReturnBatch) -> list[models.Notice]:
    """What was wrong with the file, by row."""
    return sorted(batch.notices.all(), key=lambda notice: (notice.row or 0, notice.pk))
