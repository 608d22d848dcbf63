"""What became of the rows of a return.

In: counts. Out: one object and one sentence. Left out on purpose: the rows that
were known from earlier returns, which the registry counts.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReturnSummary:
    """Counts of rows.

    Attributes:
        file: Name of the file.
        encoding: utf-8, utf-16, gb18030 or xlsx; "" where nothing could be read.
        read: Rows below the header.
        kept: Rows that became observations.
        refused: Rows that could not be used.
        doubled: Rows that said what another row said.
        contradicting: Rows kept that contradict another of the same source.
    """

    file: str
    encoding: str = ""
    read: int = 0
    kept: int = 0
    refused: int = 0
    doubled: int = 0
    contradicting: int = 0

    def __str__(self) -> str:
        return (
            f"{self.file}: {self.read} rows read, {self.kept} kept, {self.refused} refused, "
            f"{self.doubled} doubled, {self.contradicting} contradicting"
        )
