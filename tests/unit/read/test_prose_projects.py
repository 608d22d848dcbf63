"""Projects in sentences and boxes."""

from decimal import Decimal

import pytest

from lantu.core.entry import DocumentFacts, Entry, EntryKind
from lantu.read.context import Block, Context
from lantu.read.prose import find_prose_entries
from lantu.read.prose_projects import find_projects

FACTS = DocumentFacts("a.txt", "", 0, "云山市规划纲要", "outline", period=(2021, 2025))


def read_projects(text: str) -> list[Entry]:
    """The projects of a text of one paragraph, after its figures were read."""
    context = Context(text, text, FACTS, (Block("paragraph", 0, len(text)),))
    entries, _ = find_prose_entries((), context)
    entries, _ = find_projects(entries, context)
    return list(entries)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("加快推进云水高速公路、清河大桥等一批项目建设。", ["云水高速公路", "清河大桥"]),
        ("云山港二期码头基本建成，东湖引水工程建成投用。", ["云山港二期码头", "东湖引水工程"]),
        ("推进云山至东湖、东湖至南溪、南溪机场等铁路和航空前期工作。", ["云山至东湖", "东湖至南溪", "南溪机场"]),
        ("实施市第三医院迁建项目。", ["市第三医院迁建项目"]),
        ("推进云山博物馆和清河图书馆建设。", ["云山博物馆", "清河图书馆"]),
    ],
)
def test_lists(text: str, names: list[str]) -> None:
    assert [entry.indicator for entry in read_projects(text)] == names


@pytest.mark.parametrize(
    "text", ["完善综合交通枢纽。", "建设城市快速路。", "提高公路等级。", "打造国际化高铁新城的战略枢纽。"]
)
def test_structures_in_general_are_no_projects(text: str) -> None:
    assert read_projects(text) == []


def test_a_described_project_owns_its_figures() -> None:
    text = "2.云水铁路（云山段）：线路自东湖引出，云山段全长约46公里，总投资约85.5亿元。"
    (project,) = read_projects(text)
    assert project.kind is EntryKind.PROJECT
    assert project.indicator == "云水铁路（云山段）"
    assert (project.value, project.unit, project.comparator) == (Decimal("85.5"), "亿元", "~")
    assert project.extent is not None
    assert (project.extent.value, project.extent.unit) == (Decimal(46), "公里")
