"""A page's bytes compressed once, with holes that are filled for each reader.

In: a body and the pieces of it that belong to one reader. Out: what stands between the holes as deflate blocks, and a gzip or plain
body with the holes filled. A hole is a stored block of its own, and no block before or behind it refers across it.
Left out on purpose: knowing what belongs to a reader; whoever cuts says so.

Source: RFC 1951 (deflate) 3.2.4, RFC 1952 (gzip) 2.3.
"""

import secrets
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

MAGIC = b"\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\xff"
"""Head of a gzip file with a name and without a time."""
LONGEST_NAME = 40
"""Random bytes that make answers differ in length, so that their length tells nothing of a token inside (BREACH)."""
MOST_STORED = 0xFFFF


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two holes: compressed, with its length and what it does to a checksum.

    Attributes:
        deflated: Whole deflate blocks that refer to nothing before them.
        size: Bytes when inflated.
        checksum: CRC-32 of the bytes alone.
        shifts: What each bit of a checksum before it becomes behind it.
    """

    deflated: bytes
    size: int
    checksum: int
    shifts: tuple[int, ...]


def cut_pieces(parts: Sequence[bytes]) -> tuple[Piece, ...]:
    """Compress what stands between the holes: one part more than holes."""
    maker = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    made = []
    for number, part in enumerate(parts, 1):
        end = zlib.Z_FINISH if number == len(parts) else zlib.Z_FULL_FLUSH
        deflated = maker.compress(part) + maker.flush(end)
        alone = zlib.crc32(part)
        # The checksum is linear: 32 of them say how every other goes on.
        shifts = tuple(zlib.crc32(part, 1 << bit) ^ alone for bit in range(32))
        made.append(Piece(deflated, len(part), alone, shifts))
    return tuple(made)


def fill_gzip(pieces: Sequence[Piece], fillings: Sequence[bytes]) -> bytes:
    """The body as gzip, with the holes filled."""
    name = secrets.token_hex(LONGEST_NAME)[: 1 + secrets.randbelow(LONGEST_NAME * 2)].encode()
    out, checksum, size = [MAGIC, name, b"\0"], 0, 0
    for number, piece in enumerate(pieces):
        out.append(piece.deflated)
        checksum, size = _go_on(checksum, piece), size + piece.size
        if number < len(fillings):
            filling = fillings[number]
            out.append(_store(filling))
            checksum, size = zlib.crc32(filling, checksum), size + len(filling)
    return b"".join((*out, checksum.to_bytes(4, "little"), (size & 0xFFFFFFFF).to_bytes(4, "little")))


def fill_plain(pieces: Sequence[Piece], fillings: Sequence[bytes]) -> bytes:
    """The body as it is, for readers who take no gzip."""
    reader = zlib.decompressobj(-zlib.MAX_WBITS)
    parts = [reader.decompress(piece.deflated) for piece in pieces]
    return b"".join(part + filling for part, filling in zip(parts, (*fillings, b""), strict=True))


def weigh_pieces(pieces: Sequence[Piece]) -> int:
    """About how many bytes they take in memory."""
    return sum(len(piece.deflated) + 1500 for piece in pieces)


def _go_on(checksum: int, piece: Piece) -> int:
    made = piece.checksum
    for bit, shift in enumerate(piece.shifts):
        if checksum >> bit & 1:
            made ^= shift
    return made


def _store(filling: bytes) -> bytes:
    if len(filling) > MOST_STORED:
        raise ValueError(f"a filling of {len(filling)} bytes does not fit into one stored block")
    size = len(filling).to_bytes(2, "little")
    # Three bits of head and five of padding: what stands before ends at a whole byte.
    return b"\x00" + size + bytes(byte ^ 0xFF for byte in size) + filling
