"""Drives a real LibreOffice: a macro in its own Basic opens a file, edits it and stores it again.

In: a .docx and lines of Basic that edit `doc`. Out: the file as LibreOffice stored it. Left out on purpose: UNO from
Python; the package without a window has no bridge to it, while its Basic is always there.
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{code}
</script:module>
"""
CODE = """
Sub Main
  On Error GoTo Failed
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, opening())
{edits}
  Dim storing(0) As New com.sun.star.beans.PropertyValue
  storing(0).Name = "FilterName"
  storing(0).Value = "MS Word 2007 XML"
  doc.storeToURL("{target}", storing())
  doc.close(True)
  Exit Sub
Failed:
  file = FreeFile
  Open "{log}" For Output As #file
  Print #file, "line " & Erl & ": " & Error$
  Close #file
  StarDesktop.terminate()
End Sub

Function FindText(doc, what As String, context As String)
  paragraphs = doc.Text.createEnumeration()
  Do While paragraphs.hasMoreElements()
    paragraph = paragraphs.nextElement()
    If paragraph.supportsService("com.sun.star.text.Paragraph") Then
      at = InStr(paragraph.String, context)
      If at > 0 Then
        cursor = doc.Text.createTextCursorByRange(paragraph.Start)
        cursor.goRight(InStr(paragraph.String, what) - 1, False)
        cursor.goRight(Len(what), True)
        FindText = cursor
        Exit Function
      End If
    End If
  Loop
End Function
"""
SECONDS = 90


def find_program() -> str:
    """Path of LibreOffice, or ""."""
    return shutil.which("soffice") or ""


def edit_file(data: bytes, edits: str, folder: Path) -> bytes:
    """The file after the edits; `FindText(doc, what, context)` gives the words in the paragraph that has the context."""
    source, target, home = folder / "before.docx", folder / "after.docx", folder / "profile"
    source.write_bytes(data)
    # LibreOffice writes an empty module into a new profile; ours takes its place.
    _run(home, "--convert-to", "txt:Text", "--outdir", str(folder), str(source))
    log = folder / "log.txt"
    code = CODE.format(source=source.as_uri(), target=target.as_uri(), edits=edits, log=log.as_uri())
    module = home / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(MACRO.format(code=escape(code)), "utf-8")
    _run(home, "macro:///Standard.Module1.Main")
    assert target.is_file(), log.read_text("utf-8") if log.is_file() else "LibreOffice stored nothing"
    return target.read_bytes()


def _run(home: Path, *words: str) -> None:
    command = [find_program(), f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore", *words]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        assert process.wait(timeout=SECONDS) == 0
    except subprocess.TimeoutExpired:
        # The program on the path is a script; what it started has to end too.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
