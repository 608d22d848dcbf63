"""Readable, stable addresses: the address is the path.

In: the parts of a name. Out: "plan/330400/2021/outline#a1b2c3" and
"value/economy/gdp/330400/2025". Left out on purpose: web addresses; `show` puts
its own prefix in front.
"""

import hashlib
import re

from lantu.core.time import Period

_UNSAFE = re.compile(r"[^0-9A-Za-z一-鿿._-]+")


def digest_bytes(data: bytes) -> str:
    """SHA-256 of the bytes, in hexadecimal; a document is known by it."""
    return hashlib.sha256(data).hexdigest()


def short_digest(*parts: str, length: int = 12) -> str:
    """A short stable name for the parts, in hexadecimal."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:length]


def make_slug(name: str) -> str:
    """A name fit for an address: letters, digits and Chinese characters, joined by hyphens."""
    return _UNSAFE.sub("-", name).strip("-.").lower() or "plan"


def plan_address(place_code: str, year: str, slug: str, clause: str = "") -> str:
    """The address of a plan, or of a clause in it."""
    base = f"plan/{place_code}/{year}/{slug}"
    return f"{base}#{clause}" if clause else base


def value_address(indicator_code: str, place_code: str, period: Period) -> str:
    """The address of an indicator's value for a place and a period."""
    return f"value/{indicator_code}/{place_code}/{period}"


def row_address(batch: int, row: int) -> str:
    """The address of a row of a return's file; the header is row 1."""
    return f"return/{batch}#row-{row}"


def text_address(document: str, start: int, end: int) -> str:
    """The address of characters of a document's canonical text."""
    return f"document/{document}#{start}-{end}"


def cell_address(pack: str, step: str, item: str, place: str, period: str) -> str:
    """The address of a figure that a pack's step made from readings; a longer period than the step's names all in it."""
    return f"cell/{pack}/{step}/{item}/{place}/{period}"


def readings_address(series: str, day: str) -> str:
    """The address of a series' readings of a day, a month or a year; the series is <pack>/<item>/<station>."""
    return f"readings/{series}/{day}"
