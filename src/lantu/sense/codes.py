"""The diagnostics of sense, each with what to do.

In: nothing. Out: the table of codes beginning with S. Left out on purpose:
severity, which is given where a diagnostic is made.
"""

from lantu.core.diagnostic import Code

CODES = (
    Code(
        "S001",
        "file not readable",
        "The file is neither CSV text nor an XLSX workbook, is damaged, or is too large.",
        "Save it again as .xlsx or as CSV in UTF-8 and hand it in anew.",
    ),
    Code("S002", "file empty", "The file holds no rows.", "Check that the right file was sent."),
    Code(
        "S003",
        "column missing",
        "A column that every return needs is not there, so no row can be read.",
        "Add the column, or rename the one that holds it; the names known are listed.",
    ),
    Code(
        "S004",
        "broken bytes",
        "Bytes of the row are text neither in UTF-8 nor in GB18030; the row was left out.",
        "Save the file again as UTF-8; the words around the damage are shown.",
    ),
    Code(
        "S005",
        "indicator unknown",
        "No definition has this name or code, or several have; the row was left out.",
        "Write the official name, or add it to the definition's aliases if it means the same.",
    ),
    Code(
        "S006",
        "place unknown",
        "No place has this name or code, or several have; the row was left out.",
        "Write the full name or the code of GB/T 2260.",
    ),
    Code(
        "S007",
        "unit of another dimension",
        "The unit does not convert to the indicator's; the row was left out.",
        "Correct the unit, or the indicator if another one was meant.",
    ),
    Code(
        "S008",
        "no period",
        "The period cannot be read; the row was left out.",
        "Write 2021, 2021-Q3, 2021-H1, 2021-07 or 2021-01/04.",
    ),
    Code(
        "S009",
        "no number",
        "The value is not a number; the row was left out.",
        "Write one figure, with < or > before it where only a limit is known.",
    ),
    Code(
        "S010",
        "row twice",
        "The row says what an earlier row says; it was kept once.",
        "Delete one of the two.",
    ),
    Code(
        "S011",
        "rows contradict each other",
        "Two rows of one source give different figures for the same thing; both were kept.",
        "Find out which holds; if the figure was revised, give the later one its status or date.",
    ),
    Code(
        "S012",
        "row does not fit the header",
        "The row has more cells than the header, so its figures cannot be told apart; it was left out.",
        'Put cells that hold a comma in quotes: "1,234.5".',
    ),
    Code(
        "S013",
        "status or date not understood",
        "The status or the day of publication cannot be read; the row was kept without it.",
        "Write preliminary, final or revised (初步, 最终, 修订), and the day as 2022-03-31.",
    ),
    Code(
        "S014",
        "published before the period ended",
        "The day of publication lies before the end of the period; the row was kept.",
        "Check the day and the period.",
    ),
    Code(
        "S015",
        "column or sheet not used",
        "A column or sheet of the file is not known and was passed over.",
        "Nothing, unless it should have been read: then rename it.",
    ),
    Code(
        "S016",
        "value missing",
        "The cell of the value is empty or holds a dash; the row was left out.",
        "Hand the row in once there is a figure.",
    ),
    Code(
        "S017",
        "quotes do not match",
        "A quote is opened and not closed, so the row cannot be cut into cells; it was left out, the rows below were read.",
        'Close the quote; write a quote inside a quoted cell twice: "".',
    ),
    Code(
        "S018",
        "outside its range",
        "The figure is one that this indicator cannot have (an error), or hardly has (a warning).",
        "Check sign and unit; where a warning is wrong, say why.",
    ),
    Code(
        "S019",
        "jump against history",
        "The change against the year before lies far from the usual changes of the series.",
        "Check the figure; if it is right, say what happened.",
    ),
    Code(
        "S020",
        "identity broken",
        "Figures of one place and period do not agree with a rule between them.",
        "Find out which of them is wrong.",
    ),
    Code(
        "S021",
        "rule not understood",
        "A line that should state a rule between indicators cannot be read.",
        "Write it as: total = part + part | what it says.",
    ),
    Code(
        "S022",
        "numerator and denominator do not give the figure",
        "The quotient is not the figure typed, or one of the two is missing or zero.",
        "Correct whichever of the three is wrong.",
    ),
    Code(
        "S023",
        "row not asked for",
        "A row of the filled-in file answers no question of this sheet; it was left out.",
        "Use the file made for this sheet.",
    ),
    Code(
        "S024",
        "file not taken as evidence",
        "The file is empty, too large, or not of a kind that is taken.",
        "Hand in a .pdf, .docx, .xlsx, .csv, .txt, .png or .jpg of at most 10 MB.",
    ),
    Code(
        "S030",
        "reading without an instant",
        "The date and time of a reading cannot be read; the row was left out.",
        "Write 2020-03-26 18:00; without a zone it is civil time of China.",
    ),
    Code(
        "S031",
        "cell is no figure",
        "A cell of a quantity holds something else than one figure; it was left out, the rest of the row was read.",
        "Write one figure, or leave the cell empty where nothing was measured.",
    ),
    Code(
        "S032",
        "reading of nothing known",
        "A row of readings names no station or place, or a quantity that the pack does not know; it was left out.",
        "Name the station, and the quantity as the pack has it.",
    ),
    Code(
        "S034",
        "negative reading",
        "A quantity that cannot be negative is; the reading was kept with a flag.",
        "Look at the instrument; a failed one is an empty cell.",
    ),
    Code(
        "S035",
        "impossible reading",
        "A reading lies outside what an instrument can show; it was kept with a flag.",
        "Look at the instrument, or correct the pack's bounds if it was right.",
    ),
    Code(
        "S036",
        "reading in another unit",
        "A reading fits its bounds or its series only in another unit (µg for mg); it was kept with a flag.",
        "State the unit in the heading and load the file again.",
    ),
    Code(
        "S037",
        "reading from the future",
        "A reading is dated later than the present; it was kept with a flag.",
        "Correct the date, or the station's clock.",
    ),
    Code(
        "S038",
        "sensor stands still",
        "One figure came more often in a row than the pack holds possible; all were kept with a flag.",
        "Look at the instrument.",
    ),
    Code(
        "S039",
        "reading told twice",
        "The file says the same for one series and instant again; it was kept once.",
        "Nothing, or remove the second row.",
    ),
    Code(
        "S040",
        "readings contradict each other",
        "The file gives two figures for one series and instant; both were kept, the later with a flag and in force.",
        "Find out which is right and send it again.",
    ),
    Code(
        "S041",
        "readings missing",
        "Between the first and the last reading of a series some are missing.",
        "Nothing where they were reported missing.",
    ),
    Code(
        "S042",
        "reading of no known place",
        "A reading's place is not among those of the registry; it was kept with a flag and without a place.",
        "Load the place, or name it by its code of GB/T 2260.",
    ),
    Code(
        "S043",
        "reading of a closed place",
        "A reading's place did not stand on that day; it was kept with a flag.",
        "Name the place that followed it.",
    ),
    Code(
        "S044",
        "reading below detection",
        "A reading is a limit that the true figure lies below; the limit was kept with a flag.",
        "Nothing.",
    ),
    Code(
        "S045",
        "place of somebody else",
        "The row is about a place for which its sender does not report; it was left out, the others were read.",
        "Hand it in by whoever reports for that place.",
    ),
)
