"""The diagnostics of measure.

In: nothing. Out: the table of codes beginning with M. Left out on purpose: remarks on
definitions, which `packs` makes before anything is measured.
"""

from lantu.core.diagnostic import Code

CODES: tuple[Code, ...] = (
    Code(
        "M001",
        "station without a place",
        "Readings of the lake name no place, so that no city's figure can count them.",
        "Load the file again with --place, or give it a column with the place.",
    ),
    Code(
        "M002",
        "station of an unknown place",
        "Readings of the lake name a place that the registry does not list.",
        "Add the place to the list of places; the next measuring counts them.",
    ),
    Code(
        "M003",
        "station of a place that had closed",
        "The place of a station did not stand on the day of its last reading.",
        "Load the readings again with the place that took over; until then they count for no place.",
    ),
    Code(
        "M004",
        "figure in a unit that does not fit",
        "An indicator is measured by one of a pack whose unit does not convert to its own.",
        "Give both units of one dimension; its reported figures stand until then.",
    ),
    Code(
        "M005",
        "measured by what is not computed",
        "An indicator names one of a pack that is not there, or that no step makes for its grain.",
        "Correct measured_by; its reported figures stand until then.",
    ),
    Code(
        "M006",
        "setting that no pack has",
        "The instance's packs/settings.yml chooses what a pack does not offer, or cannot be read.",
        "Correct the file; until then the pack's default holds.",
    ),
    Code(
        "M007",
        "station said to be what it cannot be",
        "The instance's packs/stations.yml cannot be read, names a group that no step of the pack is for, or a station without readings.",
        "Correct the file; what is right in it holds.",
    ),
)
