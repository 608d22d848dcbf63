"""What every rule of the checker must show: it finds its own example and leaves the other alone."""

from lantu.check.material import Material, gather_material
from lantu.check.rule import CheckRule, Snippet
from lantu.core.finding import Finding
from lantu.read import read_text
from lantu.run.gazetteer import read_gazetteer


def gather(*snippets: Snippet) -> Material:
    """The material of some snippets, read as `lantu check` would read them."""
    return gather_material([read_text(snippet.text, snippet.name, places=read_gazetteer()) for snippet in snippets])


def find_in(rule: CheckRule, *texts: str) -> list[Finding]:
    """What a rule finds in some texts."""
    return list(rule.apply(gather(*(Snippet(f"{n}.txt", text) for n, text in enumerate(texts)))))


def prove(rule: CheckRule) -> None:
    """The rule finds something in `hit`, nothing in `miss`, and quotes exactly."""
    texts = {snippet.name: snippet.text for snippet in rule.hit}
    found = list(rule.apply(gather(*rule.hit)))
    assert found, "finds nothing in its own example"
    for finding in found:
        assert finding.code == rule.code
        assert finding.kind is rule.kind
        assert finding.title
        assert finding.explanation.endswith(("。", "”")), finding.explanation
        assert finding.evidence
        for evidence in finding.evidence:
            span = evidence.span
            assert texts[evidence.source][span.start : span.end] == span.quote
            assert len(span.quote) <= 400
    assert [finding.title for finding in rule.apply(gather(*rule.miss))] == []
