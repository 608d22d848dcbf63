"""Documents by content hash."""

from lantu.store import models


def document_bytes(sha256: str) -> bytes:
    """The bytes of the document with this hash.

    Raises:
        LookupError: If it is not kept here.
    """
    document = models.Document.objects.filter(pk=sha256).first()
    if document is None:
        raise LookupError(f"no document {sha256}")
    return bytes(document.data)
