"""The manual's page on the rules, made from the rules.

In: the rules. Out: the page in Markdown. Left out on purpose: examples from real
plans; each rule shows its own.
"""

from collections.abc import Iterable, Iterator

from lantu.check.rule import CheckRule, Snippet

HEAD = """<!-- Generated from the rules in src/lantu/check/rules by tests/spec/test_check_rules.py --rewrite. Do not edit. -->

# 检查规则

`lantu check` 按下列规则检查规划文本。每条规则说明为什么要查、查到了怎么办，并各举一个会触发和一个不会触发的例子。
数值按所印的小数位比较，四舍五入的差别不算矛盾；指标口径、范围、价格基础不同的也不算矛盾。

| 代码 | 类型 | 规则 |
| --- | --- | --- |
"""


def write_manual(rules: Iterable[CheckRule]) -> str:
    """The whole page."""
    listed = tuple(rules)
    index = "".join(f"| [{r.code}](#{r.code.lower()}) | `{r.kind.value}` | {r.title} |\n" for r in listed)
    return HEAD + index + "".join(_section(rule) for rule in listed)


def _section(rule: CheckRule) -> str:
    return (
        f'\n<a id="{rule.code.lower()}"></a>\n\n## {rule.code} {rule.title}\n\n'
        f"**为什么查**：{rule.why}\n\n**怎么办**：{rule.todo}\n\n"
        f"会触发：\n\n{''.join(_snippets(rule.hit))}不会触发：\n\n{''.join(_snippets(rule.miss))}"
    )


def _snippets(snippets: Iterable[Snippet]) -> Iterator[str]:
    for snippet in snippets:
        yield f"````text\n{snippet.text.strip()}\n````\n\n"
