"""The diagnostics of judge, each with what to do.

In: nothing. Out: the table of codes beginning with J. Left out on purpose:
reasons why a standing cannot be said; those are `core.standing.Reason`.
"""

from lantu.core.diagnostic import Code

CODES = (
    Code(
        "J001",
        "unit of the promise does not fit the indicator",
        "The plan's unit is of another dimension than the indicator's, so values cannot be set against the promise.",
        "Correct the unit of the entry, or match the entry to another indicator.",
    ),
    Code(
        "J002",
        "partner of a relative promise is not known",
        "The promise compares with an indicator that is not defined, or only with another price basis.",
        "Define the partner with the same price basis.",
    ),
    Code(
        "J003",
        "due year does not lie after the base year",
        "The time between base and due year is empty, so no schedule can be drawn.",
        "Correct the year or the base year of the entry.",
    ),
    Code(
        "J004",
        "form of promise is not judged",
        "The promise is words, or a coverage of something that no indicator with a share or a count stands for.",
        "Judge it by hand, or write the promise as a figure.",
    ),
    Code(
        "J005",
        "further goal left out",
        "A further goal (力争) is given in a unit of another dimension than the firm one.",
        "Correct the unit of the further goal.",
    ),
    Code(
        "J006",
        "column missing",
        "A table of rows to be judged lacks a column, so none of its rows can be read.",
        "Name the columns in the first row as the manual lists them.",
    ),
    Code(
        "J007",
        "row not cut into cells",
        "The row has more cells than there are titles, or its quotes do not match; it was left out.",
        "Put cells that hold commas between quotes, and close every quote.",
    ),
    Code(
        "J008",
        "cell empty",
        "A cell that this form of promise needs is empty; the row was left out.",
        "Fill it in; the form decides which cells may stay empty.",
    ),
    Code(
        "J009",
        "cell not readable",
        "A cell is not what its column holds; the row was left out.",
        "Write what was expected, as the message says.",
    ),
    Code(
        "J010",
        "cells contradict one another",
        "Two cells cannot both be right; the row was left out.",
        "Correct the cell named, or the one it is set against.",
    ),
    Code(
        "J011",
        "tolerance not used",
        "A tolerance is given for a form that has none; it was passed over.",
        "Leave the cell empty, or write the promise as about.",
    ),
    Code(
        "J012",
        "column unknown",
        "The table has columns that judging does not know; they were passed over.",
        "Rename the column if one of the known ones was meant.",
    ),
)
