"""The rows of a filled-in sheet that answer its questions.

In: observations of a return, and what the sheet asks. Out: an observation for each question answered, and a
diagnostic for each row that answers none. Left out on purpose: checking the figures, which `drafts` does.
"""

from collections.abc import Collection, Sequence

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.observation import Observation
from lantu.core.time import Period


def pick_answers(
    observations: Sequence[Observation], codes: Collection[str], place_code: str, period: Period, name: str
) -> tuple[dict[str, Observation], tuple[Diagnostic, ...]]:
    """Observations by indicator; of two for one question the later row counts.

    Args:
        observations: Of the file.
        codes: Indicators the sheet asks for.
        place_code: The sheet's place.
        period: The sheet's period.
        name: The file's name.
    """
    answers: dict[str, Observation] = {}
    strange = []
    for o in observations:
        if o.indicator_code in codes and o.place_code == place_code and o.period == period:
            answers[o.indicator_code] = o
        else:
            message = f"{o.indicator_code} of {o.place_code} in {o.period} is not asked for here"
            hint = "use the file made for this sheet; the row was left out"
            strange.append(Diagnostic("S023", Severity.WARNING, message, hint, cell=Cell(name, o.source.row)))
    return answers, tuple(strange)
