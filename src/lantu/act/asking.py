"""What to ask for a period: only what nobody can compute, and nothing twice.

In: the indicators wanted, definitions, what is known and what is asked already. Out: questions, and what is not
asked with the reason. Left out on purpose: whom to ask and by when.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from lantu.core.definition import Definition


@dataclass(frozen=True, slots=True)
class Question:
    """One figure to ask for.

    Attributes:
        code: Of the indicator.
        asked_for: The ratio it is a part of, or "".
    """

    code: str
    asked_for: str = ""


@dataclass(frozen=True, slots=True)
class Omission:
    """An indicator that is not asked for.

    Attributes:
        code: Of the indicator.
        why: reported, asked, computed or undefined.
        parts: What it is computed from.
    """

    code: str
    why: str
    parts: tuple[str, ...] = ()


def plan_questions(
    codes: Iterable[str], definitions: Mapping[str, Definition], reported: Collection[str], asked: Collection[str]
) -> tuple[tuple[Question, ...], tuple[Omission, ...]]:
    """Questions and omissions for one place and period, in the order wanted.

    Args:
        codes: Indicators wanted.
        definitions: By code.
        reported: Codes with a figure for this place and period.
        asked: Codes somebody was asked for this place and period, in whatever workflow.
    """
    questions: dict[str, Question] = {}
    omissions: dict[str, Omission] = {}

    def ask(code: str, asked_for: str) -> None:
        if code in questions or code in omissions:
            return
        definition = definitions.get(code)
        ratio = definition.ratio if definition else None
        if definition is None:
            omissions[code] = Omission(code, "undefined")
        elif code in reported:
            omissions[code] = Omission(code, "reported")
        elif code in asked:
            omissions[code] = Omission(code, "asked")
        elif ratio is not None and ratio.numerator in definitions and ratio.denominator in definitions:
            parts = (ratio.numerator, ratio.denominator)
            omissions[code] = Omission(code, "computed", parts)
            for part in parts:
                ask(part, asked_for or code)
        else:
            questions[code] = Question(code, asked_for)

    for code in codes:
        ask(code, "")
    return tuple(questions.values()), tuple(omissions.values())
