"""The diagnostics of packs, each with what to do.

In: nothing. Out: the table of codes beginning with P. Left out on purpose:
severity, which is given where a diagnostic is made.
"""

from lantu.core.diagnostic import Code

CODES = (
    Code(
        "P001",
        "not readable as YAML",
        "The file of indicators is not YAML, is too large, or uses anchors.",
        "Correct the line named; write every value out instead of using & and *.",
    ),
    Code(
        "P002",
        "no list of indicators",
        "The file holds no list of indicators.",
        "Write a list, or a key `indicators` with a list.",
    ),
    Code(
        "P003",
        "indicator does not fit the schema",
        "A field is missing, misspelt or of the wrong kind; the indicator is left out.",
        "Compare with packs/schemas/indicators.schema.json, which describes every field.",
    ),
    Code(
        "P004",
        "code used twice",
        "Two indicators share a code; the second is left out.",
        "Give one of them another code; a code is never reused for another meaning.",
    ),
    Code(
        "P005",
        "name used twice",
        "Two indicators share a name or alias, so the name no longer says which is meant.",
        "Keep the name with one of them and write the other with its scope.",
    ),
    Code(
        "P006",
        "formula names an unknown indicator",
        "Numerator or denominator is not defined, so the ratio cannot be computed.",
        "Define the indicator named, or correct its code.",
    ),
    Code(
        "P007",
        "growth of an unknown indicator",
        "growth_of names a code that is not defined.",
        "Define the indicator named, or correct its code.",
    ),
    Code(
        "P008",
        "formula does not give the unit",
        "Numerator over denominator is of another dimension than the indicator's unit.",
        "Correct the unit, the formula or `per`.",
    ),
    Code(
        "P009",
        "file missing in a pack",
        "The folder lacks one of the files that every pack has.",
        "Add the file; the files are the same in every pack.",
    ),
    Code(
        "P010",
        "file does not fit its schema",
        "A field is missing, misspelt or of the wrong kind; what needs it is left out.",
        "Compare with the schema of that file in packs/schemas, which describes every field.",
    ),
    Code(
        "P011",
        "formula not found",
        "An indicator names a function that formulas.py does not hold, or formulas.py is not Python.",
        "Write the function, or correct its name.",
    ),
    Code(
        "P012",
        "formula without source",
        "A formula's docstring does not say which standard it follows.",
        "Add `Source:` with standard, clause and date in force.",
    ),
    Code(
        "P013",
        "worked case fails",
        "A formula gives another answer than the case says.",
        "Find out which is right by the source, and correct the other.",
    ),
    Code(
        "P014",
        "rule in disorder",
        "Editions of a rule overlap or end before they begin, or a default is no choice.",
        "End the older edition the day before the newer begins; choose a default among the choices.",
    ),
    Code(
        "P015",
        "quality not told",
        "A rule of quality has no mark, or is marked done where it is not.",
        "Mark each rule done, todo or exempt, the last two with a comment.",
    ),
    Code(
        "P016",
        "unknown name inside a pack",
        "A formula, group or case names an input or indicator that the pack does not have.",
        "Correct the name, or add what it names.",
    ),
    Code(
        "P020",
        "column missing",
        "The file has no column for something the formula needs.",
        "Name the column as `needs` in pack.yml says.",
    ),
    Code(
        "P021",
        "cell not readable",
        "A cell holds something that is no figure, hour or flag; it counts as missing.",
        "Write a plain figure, or leave the cell empty.",
    ),
    Code(
        "P022",
        "impossible figure",
        "No instrument can show this figure; it is set aside.",
        "Look at the instrument, or correct the figure.",
    ),
    Code(
        "P023",
        "negative figure",
        "A concentration is below zero; it is set aside.",
        "Correct the figure; a failed instrument is an empty cell.",
    ),
    Code(
        "P024",
        "unit mixed up",
        "A figure makes sense only in another unit (µg for mg, or mg for µg); it is set aside, not converted.",
        "State the unit in the heading, such as CO(μg/m3).",
    ),
    Code(
        "P025",
        "time in the future",
        "A row is about a time that has not come; it is set aside.",
        "Correct the date, or the station's clock.",
    ),
    Code(
        "P026",
        "day not stated",
        "Rows state no day with its year.",
        "Write 2020-03-26, or give the day of the whole file with --on.",
    ),
    Code(
        "P027",
        "row repeated",
        "A row has the same place, time and figures as one before; it is counted once.",
        "Remove the second row.",
    ),
    Code(
        "P028",
        "rows contradict",
        "Rows for one place and time have different figures; none of them enters means and counts.",
        "Find out which is right and remove the others.",
    ),
    Code(
        "P029",
        "no rule in force",
        "No edition of a rule held on the day of the data, or the day is not known.",
        "Give the rows the day they are about.",
    ),
    Code(
        "P030",
        "figure missing",
        "A row lacks figures that the formula would use.",
        "Nothing to do where nothing was measured.",
    ),
    Code(
        "P031",
        "below detection",
        "The cell only says that the figure lies below a limit.",
        "Nothing to do; the setting below_detection says what is counted.",
    ),
    Code(
        "P032",
        "unit does not convert",
        "A heading names a unit of another dimension; the column is not read.",
        "Give the figures in the unit that pack.yml names.",
    ),
    Code(
        "P033",
        "above the table",
        "A concentration is above the last breakpoint, and the standard gives no index for it.",
        "Take the index of its other mean.",
    ),
    Code(
        "P034",
        "too few valid figures",
        "There are too few valid figures for a valid mean, share or index.",
        "Find out why figures are missing.",
    ),
    Code(
        "P035",
        "two editions apply",
        "The days of one result fall under two editions of a standard.",
        "State both results where one is wanted for the whole.",
    ),
    Code(
        "P036",
        "incomplete index",
        "Pollutants are missing, and the standard states an incomplete index only above 100.",
        "Publish the single values and NA.",
    ),
    Code(
        "P037",
        "two columns for one input",
        "Two headings name the same input; the one that the pack names first is read.",
        "Keep one of them, or name them apart.",
    ),
    Code(
        "P038",
        "depends on the kind of water body",
        "The class differs between river and lake limits, and the kind is not stated.",
        "Add a column for the water body: 河流 or 湖库.",
    ),
    Code(
        "P039",
        "word not known",
        "A word stands where the pack knows only a few.",
        "Use one of the words named.",
    ),
    Code(
        "P040",
        "division by zero",
        "The figure below the line is zero, so there is no ratio.",
        "Correct the figure; where nothing was to be counted, leave the row out.",
    ),
    Code(
        "P041",
        "sensor stands still",
        "A figure is the same for more consecutive hours than air or water can be; these figures are set aside.",
        "Look at the instrument.",
    ),
    Code(
        "P042",
        "hours without a row",
        "An hourly series has gaps; nothing is filled in.",
        "Nothing to do where they were reported missing; means say how many hours they rest on.",
    ),
    Code(
        "P043",
        "step that cannot be used",
        "A step names a rule, an item or a step that is not there, or lacks what its way needs.",
        "Correct the step; the indicators that rest on it are not computed on the lake until then.",
    ),
    Code(
        "P044",
        "rules of warnings that cannot be used",
        "The file is not YAML, holds no list, or names one rule twice.",
        "Correct the file; the rules that are sound hold.",
    ),
    Code(
        "P045",
        "rules of an assessment that cannot be used",
        "The file is not YAML, or its weights, classes, codes or days do not fit together.",
        "Correct the file; nothing is scored by a rule set that is wrong in part.",
    ),
)
