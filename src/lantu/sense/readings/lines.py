"""Lines of a CSV file into rows as they come, for files of any length.

In: lines of text. Out: rows with their line numbers. Left out on purpose: cells of
very many lines; a quote that is never closed must not swallow the file.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator

from lantu.sense.table import Row, trim_row

MOST_LINES = 50
"""Of one row; a published file was seen with eleven."""


def find_delimiter(line: str) -> str:
    """The delimiter that stands most often in the header."""
    return max(",\t;，", key=line.count)


def split_lines(lines: Iterable[str], delimiter: str, first: int = 1) -> Iterator[Row]:
    """The rows with anything in them.

    Args:
        lines: With or without their ends.
        delimiter: Between cells.
        first: Number of the first line.
    """
    waiting: deque[str] = deque()
    source = iter(lines)
    number = first
    while True:
        line = waiting.popleft() if waiting else next(source, None)
        if line is None:
            return
        count = 1
        if '"' not in line:
            row = trim_row(number, line.rstrip("\r\n").split(delimiter))
        else:
            row, count = _split_quoted(number, line, delimiter, waiting, source)
        if row is not None:
            yield row
        number += count


def _split_quoted(
    number: int, line: str, delimiter: str, waiting: deque[str], source: Iterator[str]
) -> tuple[Row | None, int]:
    """A row with quotes, and how many lines it takes. Where they do not match, its first line alone is at fault."""
    taken = [line]
    while sum(part.count('"') for part in taken) % 2 and len(taken) < MOST_LINES:
        after = waiting.popleft() if waiting else next(source, "")
        if not after:
            break
        taken.append(after)
    try:
        cells = next(csv.reader(taken, delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        waiting.extendleft(reversed(taken[1:]))
        return Row(number, (line.strip()[:200],), str(error)), 1
    return trim_row(number, [cell.replace("\n", " ").replace("\r", "") for cell in cells]), len(taken)
