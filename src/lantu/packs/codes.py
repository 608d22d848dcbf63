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
)
