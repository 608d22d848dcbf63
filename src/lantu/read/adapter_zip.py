"""Members of a packed file, opened with limits.

In: bytes of a zip. Out: members' bytes; a refusal for zip bombs, broken and
encrypted files.
Left out on purpose: what the members mean.
"""

import io
import zipfile
import zlib

from lantu.read.adapter_extracted import Limits, refuse

_MEBIBYTE = 2**20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class Package:
    """A packed file whose directory was checked against the limits.

    Args:
        data: The file's bytes.
        name: Its name, for messages.
        limits: Kept by the directory and again while members are expanded.
    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise refuse("R051", f"{name}: the archive is broken ({error})", name) from error
        self._check_directory()

    def _check_directory(self) -> None:
        members = self._zip.infolist()
        if len(members) > self._limits.members:
            raise refuse(
                "R053", f"{self._name} has {len(members)} members; {self._limits.members} are read", self._name
            )
        total = sum(member.file_size for member in members)
        if total > self._limits.expanded_bytes:
            found = f"{total // _MEBIBYTE} MiB when unpacked; {self._limits.expanded_bytes // _MEBIBYTE} MiB are read"
            raise refuse("R053", f"{self._name} has {found}", self._name)
        for member in members:
            ratio = member.file_size / max(member.compress_size, 1)
            if member.file_size > _MEBIBYTE and ratio > self._limits.ratio:
                found = f"is packed {ratio:.0f} to 1; {self._limits.ratio} to 1 is read"
                raise refuse("R053", f"{self._name}, member {member.filename} {found}", self._name)

    def __contains__(self, member: str) -> bool:
        return member in self._zip.NameToInfo

    def read(self, member: str) -> bytes:
        """A member's bytes; empty where there is none of that name."""
        info = self._zip.NameToInfo.get(member)
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise refuse("R050", f"{self._name}, member {member} is encrypted", self._name)
        try:
            with self._zip.open(info) as file:
                # The directory may lie about the size: never expand more than it says, and never more than the limit.
                data = file.read(self._limits.expanded_bytes + 1)
        except (*_BROKEN, RuntimeError) as error:
            raise refuse("R051", f"{self._name}, member {member} is broken ({error})", self._name) from error
        if len(data) > self._limits.expanded_bytes:
            raise refuse("R053", f"{self._name}, member {member} expands without end", self._name)
        return data
