"""Bodies with holes, compressed once."""

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.show.spliced import cut_pieces, fill_gzip, fill_plain, weigh_pieces

PARTS = st.lists(
    st.one_of(st.binary(max_size=80), st.integers(0, 3000).map(lambda n: b"<td>42</td>" * n)), min_size=1, max_size=5
)


@settings(max_examples=60, deadline=None)
@given(PARTS, st.binary(max_size=90))
def test_the_filled_body_is_what_was_cut(parts: list[bytes], filling: bytes) -> None:
    pieces, fillings = cut_pieces(parts), [filling] * (len(parts) - 1)
    whole = filling.join(parts)
    assert fill_plain(pieces, fillings) == whole
    packed = fill_gzip(pieces, fillings)
    assert gzip.decompress(packed) == whole
    reader = zlib.decompressobj(zlib.MAX_WBITS | 16)
    assert reader.decompress(packed) == whole
    assert reader.eof
    assert reader.unused_data == b""


def test_holes_take_fillings_of_any_length_and_nothing_refers_across_them() -> None:
    pieces = cut_pieces([b"a name: ", b", and a name: ", b"."])
    for names in ((b"li", b"wang"), (b"", b"x" * 60_000)):
        assert gzip.decompress(fill_gzip(pieces, names)) == b"a name: " + names[0] + b", and a name: " + names[1] + b"."
    with pytest.raises(ValueError, match="stored block"):
        fill_gzip(pieces, [b"x" * 70_000, b""])


def test_answers_differ_in_length_so_that_length_tells_nothing_of_a_token() -> None:
    pieces = cut_pieces([b"page " * 100, b" end"])
    assert len({len(fill_gzip(pieces, [b"t" * 64])) for _ in range(40)}) > 5


def test_a_long_page_takes_little_room() -> None:
    page = b"<tr><td>1,000</td></tr>" * 10_000
    assert weigh_pieces(cut_pieces([page, b""])) < len(page) / 10
