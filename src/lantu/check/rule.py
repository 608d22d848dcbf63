"""What a rule of the checker is.

In: nothing (nouns only). Out: the shape of a rule, from which its findings, its
tests and its page in the manual are made. Left out on purpose: the rules, which
stand in `rules/`, one idea a file.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.check.material import Material
from lantu.core.diagnostic import Severity
from lantu.core.finding import Evidence, Finding, FindingKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding before it has its rule's code and kind; fields as in `Finding`."""

    severity: Severity
    title: str
    explanation: str
    evidence: tuple[Evidence, ...]
    computed: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A small document of our own.

    Attributes:
        name: A file name.
        text: Its words.
    """

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One thing that is looked for.

    Attributes:
        code: Letter C and three digits, never used again.
        kind: What its findings are.
        title: A few words, in Chinese.
        why: Why it matters, in Chinese.
        todo: What to do about a finding, in Chinese.
        find: From the material, the findings.
        hit: Documents in which it finds something.
        miss: Documents much like them in which it finds nothing.
    """

    code: str
    kind: FindingKind
    title: str
    why: str
    todo: str
    find: Callable[[Material], Iterable[Draft]]
    hit: tuple[Snippet, ...]
    miss: tuple[Snippet, ...]

    def apply(self, material: Material) -> Iterator[Finding]:
        """The findings of this rule."""
        for draft in self.find(material):
            yield Finding(
                self.code, self.kind, draft.severity, draft.title, draft.explanation, draft.evidence, draft.computed
            )
