"""Lines of a CSV file into rows, one line at a time, for files of any length.

In: lines of text. Out: rows with their line numbers. Left out on purpose: cells
that run over several lines; in a file of readings an open quote is a mistake, and
would swallow everything below it.
"""

import csv
from collections.abc import Iterable, Iterator

from lantu.sense.table import Row, trim_row


def find_delimiter(line: str) -> str:
    """The delimiter that stands most often in the header."""
    return max(",\t;，", key=line.count)


def split_lines(lines: Iterable[str], delimiter: str, first: int = 1) -> Iterator[Row]:
    """Each line with anything in it as a row.

    Args:
        lines: With or without their ends.
        delimiter: Between cells.
        first: Number of the first line.
    """
    for number, line in enumerate(lines, start=first):
        text = line.rstrip("\r\n")
        if '"' not in text:
            row = trim_row(number, text.split(delimiter))
        else:
            try:
                row = trim_row(number, next(csv.reader([text], delimiter=delimiter, strict=True), []))
            except csv.Error as error:
                yield Row(number, (text[:200],), str(error))
                continue
        if row is not None:
            yield row
