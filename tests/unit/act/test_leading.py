"""Which department a plan's words mean."""

import pytest

from lantu.act.leading import guess_bodies

KNOWN = {"发展和改革委员会": "fg", "市教育局": "jy", "统计局": "tj"}


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ((), ("", ())),
        (("市发展和改革委员会", "教育局"), ("fg", ("jy",))),
        (("示例市统计局",), ("tj", ())),
        (("有关部门", "市统计局", "统计局"), ("", ("tj",))),
        (("发改委",), ("", ())),
        (("统计局", "统计局"), ("tj", ())),
    ],
)
def test_names(bodies: tuple[str, ...], expected: tuple[str, tuple[str, ...]]) -> None:
    assert guess_bodies(bodies, KNOWN, "示例市") == expected
