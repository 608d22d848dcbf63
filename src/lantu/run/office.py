"""Documents of any format read, old Office files by way of LibreOffice.

In: bytes and a name. Out: a reading. The reader itself opens no files and starts
no programs, so what needs LibreOffice is converted here, in a folder that is
gone afterwards, with a time limit and a profile of its own.
Left out on purpose: any format that the reader's adapters read themselves.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lantu.core.entry import Reading
from lantu.read import read_plan
from lantu.read.adapter_office import may_convert, report_failure
from lantu.run.gazetteer import read_gazetteer

Report = Callable[[float, str], None]

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120
"""How long a conversion may take; an ordinary plan needs two."""
MOST_BYTES = 200 * 2**20
"""Of the converted file, which the reader's own limits apply to as well."""


class ConversionError(Exception):
    """LibreOffice did not convert the file; the message says why."""


def read_file(data: bytes, name: str, report: Report | None = None, home: str = "") -> Reading:
    """Everything a document says, whatever its format.

    Args:
        data: The file's bytes.
        name: Its name, for messages.
        report: Called with the share done, 0 to 1, and the code of the step.
        home: Code of the place somebody said the document is of, or "".
    """
    places = read_gazetteer()
    program = find_office() if may_convert(data) else ""
    if not program:
        return read_plan(data, name, report, places=places, home=home)
    if report is not None:
        report(0.0, "convert")
    try:
        converted = convert_office(data, program)
    except ConversionError as error:
        refused = read_plan(data, name)
        return replace(refused, diagnostics=report_failure(name, str(error)).diagnostics)
    return read_plan(data, name, report, converted, places, home)


def find_office() -> str:
    """The path of LibreOffice's program, or "" where it is not installed."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), "")


def convert_office(data: bytes, program: str, seconds: float = SECONDS) -> bytes:
    """The same document as .docx.

    Args:
        data: A file LibreOffice can read.
        program: Path of its program.
        seconds: After so long it is stopped.

    Raises:
        ConversionError: If there is no .docx at the end.
    """
    with tempfile.TemporaryDirectory(prefix="lantu-office-") as folder:
        home = Path(folder)
        source = home / "document.doc"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(home / "out"),
            str(source),
        ]
        said = _run(command, home, seconds)
        made = home / "out" / "document.docx"
        if not made.is_file():
            raise ConversionError(f"LibreOffice wrote no .docx ({said or 'it gave no reason'})")
        if made.stat().st_size > MOST_BYTES:
            raise ConversionError(f"the converted file has more than {MOST_BYTES // 2**20} MiB")
        return made.read_bytes()


def _run(command: list[str], home: Path, seconds: float) -> str:
    """What a program said, in one line; it and all it started are stopped when the time is up."""
    try:
        process = subprocess.Popen(
            command,
            cwd=home,
            env={**os.environ, "HOME": str(home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise ConversionError(f"LibreOffice does not start ({error.strerror})") from error
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise ConversionError(f"LibreOffice took longer than {seconds:g} s") from error
    return " ".join(said.decode("utf-8", "replace").split())[:200]
