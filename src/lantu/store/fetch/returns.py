"""Return files and their rows."""

from lantu.store import models


def list_batches() -> list[models.ReturnBatch]:
    """All return files, newest first."""
    return list(models.ReturnBatch.objects.order_by("-recorded_at", "-id"))


def find_batch(key: int) -> models.ReturnBatch | None:
    """One return file with its document."""
    return models.ReturnBatch.objects.select_related("document").filter(pk=key).first()


def rows_of(batch: models.ReturnBatch) -> list[models.StagedObservation]:
    """Observations kept from the file, in the order of its rows."""
    return list(batch.observations.order_by("row", "id"))


def notices_of(batch: models.ReturnBatch) -> list[models.Notice]:
    """What was wrong with the file, by row."""
    return sorted(batch.notices.all(), key=lambda notice: (notice.row or 0, notice.pk))
