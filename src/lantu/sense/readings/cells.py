"""Cells of readings: instants in China's civil time, and figures, quickly.

In: text. Out: instants with zone, floats. Left out on purpose: mending; what
cannot be read for certain raises ValueError with what was expected.
"""

import math
import re
import unicodedata
from datetime import datetime, timedelta

from lantu.core.time import CHINA_TIME
from lantu.sense.cells import BLANKS

_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))")
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:时|点)?")
_ZONE = re.compile(r"(?:Z|[+-]\d{2}:?\d{2})$")


def read_instant(day: str, clock: str = "") -> datetime:
    """The instant of "20200326" and "18", of "2020-03-26 18:00", of "2020-03-26T10:00:00Z".

    Without a zone it is civil time of China; the hour 24 is the next day's 0.

    Raises:
        ValueError: If it is no instant, or one on an ambiguous day such as "02-04 11:00".
    """
    plain = unicodedata.normalize("NFKC", f"{day} {clock}").strip().removesuffix(".0")
    if _ZONE.search(plain) and "T" in plain:
        return datetime.fromisoformat(plain)
    match = _DAY.match(plain)
    if match is None:
        raise ValueError(f"“{plain[:40]}” is no instant; write 2020-03-26 18:00")
    rest = plain[match.end() :].lstrip(" T")
    found = _CLOCK.fullmatch(rest) if rest else None
    if rest and found is None:
        raise ValueError(f"“{plain[:40]}” is no instant; write 2020-03-26 18:00")
    hour, minute, second = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute + second):
        raise ValueError(f"“{plain[:40]}” is no hour of a day")
    month, date = int(match[2] or match[4]), int(match[3] or match[5])
    midnight = datetime(int(match[1]), month, date, tzinfo=CHINA_TIME)
    return midnight + timedelta(hours=hour, minutes=minute, seconds=second)


def read_value(text: str) -> tuple[float, bool] | None:
    """A figure, and whether it is a limit that the true one lies below; None where nothing was measured.

    Raises:
        ValueError: If it is neither.
    """
    try:
        value = float(text)
    except ValueError:
        return _read_unusual(text)
    # float() also reads "nan", "inf" and "1_000", which no instrument writes as a figure.
    if math.isfinite(value) and "_" not in text:
        return value, False
    return _read_unusual(text)


def _read_unusual(text: str) -> tuple[float, bool] | None:
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if plain.casefold() in BLANKS:
        return None
    body = plain.removeprefix("<").removesuffix("L")
    is_below = body != plain
    if re.fullmatch(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", body):
        return float(body.replace(",", "")), is_below
    raise ValueError(f"“{text[:40]}” is not a figure")
