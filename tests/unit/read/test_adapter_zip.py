"""Packed files: limits, damage, encryption."""

import io
import zipfile
from dataclasses import replace

import pytest

from lantu.read.adapter_extracted import LIMITS, RefusedError
from lantu.read.adapter_zip import Package


def pack(**members: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return kept.getvalue()


def code_of(data: bytes, member: str = "a", limits: object = LIMITS) -> str:
    with pytest.raises(RefusedError) as refused:
        Package(data, "plan.docx", limits).read(member)  # type: ignore[arg-type]
    return refused.value.diagnostic.code


def test_member_is_read() -> None:
    package = Package(pack(a="规划".encode()), "plan.docx", LIMITS)
    assert package.read("a").decode() == "规划"
    assert "a" in package
    assert package.read("b") == b""


def test_bomb_is_refused_by_ratio() -> None:
    assert code_of(pack(a=bytes(8 * 2**20))) == "R053"


def test_expanded_size_is_limited() -> None:
    assert code_of(pack(a=b"xyz" * 100, b=b"uvw" * 100), limits=replace(LIMITS, expanded_bytes=500)) == "R053"


def test_members_are_limited() -> None:
    assert code_of(pack(a=b"1", b=b"2", c=b"3"), limits=replace(LIMITS, members=2)) == "R053"


def test_size_the_directory_hides_is_limited() -> None:
    """The directory says 10 bytes; the member holds more, and no more than said is ever unpacked."""
    data = bytearray(pack(a=b"x" * 3000))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert code_of(bytes(data)) == "R051"


def test_cut_file_is_broken() -> None:
    assert code_of(pack(a=b"1" * 100)[:-30]) == "R051"


def test_damaged_member_is_broken() -> None:
    data = bytearray(pack(a=bytes(range(256)) * 8))
    data[40:60] = b"\xff" * 20
    assert code_of(bytes(data)) == "R051"


def test_encrypted_member_is_told() -> None:
    data = bytearray(pack(a=b"secret"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rfind(mark) + offset] |= 1
    assert code_of(bytes(data)) == "R050"
