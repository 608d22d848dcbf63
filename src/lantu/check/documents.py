"""The whole check of some documents.

In: readings of one or more documents. Out: alignments, findings and diagnostics.
Left out on purpose: what people decided about earlier findings; the registry keeps it.
"""

from collections.abc import Iterable, Sequence

from lantu.check.align import align_claims
from lantu.check.codes import UNCHECKED
from lantu.check.material import gather_material
from lantu.check.registry import RULES
from lantu.check.rule import CheckRule
from lantu.check.wordbook import Wordbook
from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import Reading
from lantu.core.finding import Alignment, Finding

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check_readings(
    readings: Sequence[Reading], rules: Iterable[CheckRule] = RULES, wordbook: Wordbook | None = None
) -> tuple[tuple[Alignment, ...], tuple[Finding, ...], tuple[Diagnostic, ...]]:
    """Alignments within and between documents, and what the rules find.

    Args:
        readings: In the order in which the documents are to be named.
        rules: Which rules to apply.
        wordbook: Definitions to go by, and pairs of names that people confirmed or forbade.

    Returns:
        Alignments; findings, errors first, then in the order of the rules; diagnostics
        for documents in which there was nothing to check.
    """
    material = gather_material(readings, wordbook)
    findings = [finding for rule in rules for finding in rule.apply(material)]
    findings.sort(key=lambda finding: _ORDER[finding.severity])
    diagnostics = tuple(
        Diagnostic(UNCHECKED.code, Severity.WARNING, UNCHECKED.wrong, UNCHECKED.todo, about=reading.facts.source)
        for reading in readings
        if not reading.text.strip()
    )
    return align_claims(material), tuple(findings), diagnostics
