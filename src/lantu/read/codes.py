"""Diagnostics of the reader: one row a code, and the way to report one.

In: a code, a place, a few words. Out: a `Diagnostic` with the table's hint.
Left out on purpose: rendering. A code is never used again once retired.
"""

from lantu.core.diagnostic import Code, Diagnostic, Severity
from lantu.core.span import Span

CODES: tuple[Code, ...] = (
    Code("R001", "empty file", "The file has no text.", "Check that the right file was chosen."),
    Code(
        "R002",
        "not a document",
        "The bytes are of a format the reader does not take (a spreadsheet, an image, another packed archive).",
        "Save the document as .docx, as .pdf with a text layer, as .html or as UTF-8 text.",
    ),
    Code(
        "R003",
        "undecodable bytes",
        "Some bytes are neither UTF-8 nor GB18030; they were read as U+FFFD.",
        "Compare the line with the original and save the file again as UTF-8.",
    ),
    Code("R004", "read as GB18030", "The file is not UTF-8; GB18030 fits.", "Nothing, if the text looks right."),
    Code(
        "R005",
        "UTF-16 file",
        "The file begins with a UTF-16 mark and was decoded as such.",
        "Nothing, if the text looks right.",
    ),
    Code(
        "R006",
        "hardly any Chinese",
        "Less than one character in twenty is Chinese.",
        "Check the file's encoding and that it is a Chinese plan.",
    ),
    Code("R010", "no title found", "No line looks like the title of a plan or report.", "Give the title by hand."),
    Code(
        "R011", "no period found", "Neither title nor opening names the years of the plan.", "Give the years by hand."
    ),
    Code(
        "R012",
        "heading out of order",
        "A numbered heading does not follow the one before it.",
        "Look whether a heading was lost or the number is a misprint.",
    ),
    Code(
        "R013",
        "place not certain",
        "Several places carry the name of the document's place, and it does not say in which city or province.",
        "Choose the place when handing the document in.",
    ),
    Code(
        "R020",
        "table left unread",
        "The lines look like a table, and its header could not be understood.",
        "Check the table by hand.",
    ),
    Code(
        "R021",
        "cells vanished",
        "A row has fewer cells than the table has columns; they were placed by type and arithmetic.",
        "Compare the row with the original.",
    ),
    Code(
        "R022",
        "two readings of a row",
        "The cells of a row fit the columns in more than one way.",
        "Compare the row with the original and choose.",
    ),
    Code("R023", "cell not understood", "A value cell holds words that are no known form.", "Read the cell by hand."),
    Code(
        "R024",
        "row number missing",
        "The numbers of a table's rows leave a gap.",
        "Compare the table with the original; a row may be lost.",
    ),
    Code("R025", "unit missing", "Neither name nor unit column gives the row's unit.", "Add the unit by hand."),
    Code(
        "R026",
        "row without a name",
        "Figures stand in a table's row whose name is empty or no words.",
        "Compare the row with the original and add the indicator by hand.",
    ),
    Code(
        "R030",
        "figure without a name",
        "A figure in a sentence stands beside no indicator.",
        "Read the sentence by eye.",
    ),
    Code(
        "R031",
        "undated count",
        "A press article counts something without saying when.",
        "Nothing, unless the count matters: then add it with its year.",
    ),
    Code("R032", "said twice", "The same words stand in the document again.", "Nothing: they are counted once."),
    Code(
        "R050",
        "encrypted file",
        "The file is protected by a password or encrypted.",
        "Open it with its password, save it without one, and read the copy.",
    ),
    Code(
        "R051",
        "broken file",
        "The file is damaged or was cut off; its format says one thing and its bytes another.",
        "Fetch the file again, or open it in its own program and save a copy.",
    ),
    Code(
        "R052",
        "file too large",
        "The file, or the text in it, is larger than the reader takes.",
        "Split the document, or take out pictures and annexes.",
    ),
    Code(
        "R053",
        "packed without measure",
        "The packed file expands to more than the reader takes, as files made to do harm do.",
        "Check where the file comes from; save the document anew in its own program.",
    ),
    Code("R054", "too many pages", "The document has more pages than the reader takes.", "Split the document."),
    Code(
        "R055",
        "table too large",
        "A table has more cells or columns than the reader takes; it was cut or left out.",
        "Read the table by hand, or take it out of the document.",
    ),
    Code(
        "R056",
        "nested too deeply",
        "Elements stand inside elements deeper than the reader follows.",
        "Open the document in its own program and save a plain copy.",
    ),
    Code(
        "R057",
        "no text layer",
        "The pages are pictures: there is no text behind them.",
        "Run the file through text recognition (OCR), or ask for the original document.",
    ),
    Code(
        "R058",
        "pages without text",
        "Some pages hold pictures and no text; what they say was not read.",
        "Look at those pages; if they hold text, run them through text recognition (OCR).",
    ),
    Code(
        "R059",
        "old Office file",
        "The file is of an old or foreign Office format, which is read through LibreOffice only.",
        "Install LibreOffice (Debian and Ubuntu: apt-get install libreoffice-writer-nogui), or save the file as .docx.",
    ),
    Code(
        "R060",
        "conversion failed",
        "LibreOffice could not convert the file, or took too long.",
        "Open the file in its own program and save it as .docx.",
    ),
    Code(
        "R061",
        "no article found",
        "The page has no part that is clearly the article; all its text was taken.",
        "Look whether menus stand among the text.",
    ),
    Code(
        "R062",
        "running heads left out",
        "Lines that come again at the edge of the pages, and page numbers, are no part of the text.",
        "Nothing, unless a line listed here belongs to the text.",
    ),
    Code(
        "R063",
        "characters without meaning",
        "A font of the file does not say which characters its shapes are.",
        "Compare the page with the original; text recognition (OCR) may read it better.",
    ),
    Code("R090", "quote differs", "An entry's quote is not the text at its span.", "Report this as a fault of Lantu."),
    Code("R091", "span outside the text", "An entry points past the end.", "Report this as a fault of Lantu."),
    Code("R092", "id used twice", "Two entries carry one id.", "Report this as a fault of Lantu."),
)

_BY_CODE = {code.code: code for code in CODES}


def diagnose(
    code: str, message: str, *, span: Span | None = None, severity: Severity = Severity.WARNING, about: str = ""
) -> Diagnostic:
    """A diagnostic of the reader, its hint taken from the table."""
    return Diagnostic(code, severity, message, _BY_CODE[code].todo, span, None, about)
