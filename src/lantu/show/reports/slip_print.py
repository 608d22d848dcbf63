"""Slips 提示单 and 督办单 as .docx in the layout of official documents.

In: what a slip says. Out: bytes. Left out on purpose: a red head, a document number and a seal; an office adds them
when it issues the slip.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from lantu.show.reports import official_form as form
from lantu.show.reports.docx_marks import name_substitutes
from lantu.show.reports.docx_print import open_official


@dataclass(frozen=True, slots=True)
class Slip:
    """What a slip says.

    Attributes:
        title: 提示单 or 督办单, as printed above it.
        number: The case's address.
        addressee: Department it goes to, or "" while there is none.
        sections: Heading and paragraphs of each part.
        signed: Who sends it.
        on: The day it is printed.
    """

    title: str
    number: str
    addressee: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    signed: str
    on: date


def print_slip(slip: Slip, at: datetime) -> bytes:
    """The file."""
    document = open_official()
    document.add_paragraph(slip.title, style="Lantu Title")
    document.add_paragraph(slip.number, style="Lantu Under Title")
    document.add_paragraph(style="Lantu Gap")
    if slip.addressee:
        line = document.add_paragraph(f"{slip.addressee}：")
        line.paragraph_format.first_line_indent = Pt(0)
    for heading, lines in slip.sections:
        document.add_paragraph(heading, style="Heading 1")
        for text in lines:
            document.add_paragraph(text)
    for text in ("", slip.signed, write_chinese_date(slip.on)):
        line = document.add_paragraph(text)
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        # Source: GB/T 9704-2012, 7.3.5: the date stands four characters in from the edge.
        line.paragraph_format.right_indent = Pt(form.BODY_PT * (4 if text else 0))
    properties = document.core_properties
    properties.title, properties.author, properties.comments = slip.title, "", ""
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None)
    name_substitutes(document, (form.SONG_TITLE, form.FANG_SONG, form.HEI, form.KAI, form.SONG))
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def write_chinese_date(day: date) -> str:
    """2026年3月1日."""
    return f"{day.year}年{day.month}月{day.day}日"
