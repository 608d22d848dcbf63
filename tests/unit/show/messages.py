"""Every message of the pages: those marked in templates and in Python, and their English.

In: the package's files. Out: sets of msgids. Left out on purpose: words in scripts;
pages hand those over as JSON.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

import lantu.show

SHOW = Path(lantu.show.__file__).parent
PO = SHOW / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None}


def _extract(source: str) -> set[str]:
    found = extract("python", BytesIO(source.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"})
    return {message for _, message, _, _ in found if isinstance(message, str)}


def find_messages() -> dict[str, str]:
    """Each msgid with a file it is used in."""
    found: dict[str, str] = {}
    for path in sorted(SHOW.rglob("*.html")):
        for message in _extract(templatize(path.read_text("utf-8"), origin=str(path))):
            found.setdefault(message, path.relative_to(SHOW).as_posix())
    for path in sorted(SHOW.rglob("*.py")):
        for message in _extract(path.read_text("utf-8")):
            found.setdefault(message, path.relative_to(SHOW).as_posix())
    return found


def read_english() -> Catalog:
    """The catalogue of English messages."""
    with PO.open("rb") as file:
        return read_po(file, locale="en")
