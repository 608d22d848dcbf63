"""Paragraphs as unbroken lines with a way back."""

from hypothesis import given
from hypothesis import strategies as st

from lantu.core.entry import DocumentFacts, Table
from lantu.core.span import span_of
from lantu.read.context import Block, Context
from lantu.read.prose_stream import LONGEST, find_streams, make_stream, simplify_text

FACTS = DocumentFacts("plan.txt", "", 0, "云山市规划纲要", "outline")


def make_context(text: str, blocks: tuple[Block, ...], tables: tuple[Table, ...] = ()) -> Context:
    """A context with these blocks and nothing else."""
    return Context(text, text, FACTS, blocks, (), tables)


def cut_lines(text: str, kind: str = "paragraph") -> tuple[Block, ...]:
    """A block for every line that is not blank."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + line.index(line.strip())
            blocks.append(Block(kind, start, start + len(line.strip())))
        at += len(line) + 1
    return tuple(blocks)


@given(st.text(max_size=60))
def test_simple_text_is_as_long(text: str) -> None:
    assert len(simplify_text(text)) == len(text)


def test_figures_broken_by_blanks_are_whole_again() -> None:
    text = "到2 0 2 5年，产值达到 12 00亿元"
    stream = make_stream(simplify_text(text), [(0, len(text))])
    assert stream.text == "到2025年,产值达到1200亿元"
    start = stream.text.index("1200亿元")
    a, b = stream.locate(start, start + 6)
    assert text[a:b] == "12 00亿元"


def test_a_sentence_broken_by_a_page_is_joined() -> None:
    text = "全市年末共有各类卫生机构一千余个，其中医院和卫生院的床位合计达到\n\n   - 3 -\n\n4200张，比上年增加。"
    (stream,) = find_streams(make_context(text, cut_lines(text)))
    assert "合计达到4200张" in stream.text


def test_items_of_a_list_stay_apart() -> None:
    text = "围绕五年目标，全市上下要协同推进以下若干重点任务和重点工程的建设\n（一）建设港口\n2.建设机场"
    assert len(list(find_streams(make_context(text, cut_lines(text))))) == 3


def test_rows_of_columns_and_captions_hold_no_sentence() -> None:
    text = "表1   主要指标\n产值（亿元）        320       450\n到期末产值达到450亿元。"
    streams = [stream.text for stream in find_streams(make_context(text, cut_lines(text)))]
    assert streams == ["到期末产值达到450亿元。"]


def test_tables_are_skipped() -> None:
    text = "产值 320 450\n产值达到450亿元。"
    table = Table("", span_of(text, 0, 10), (), ())
    streams = [stream.text for stream in find_streams(make_context(text, cut_lines(text), (table,)))]
    assert streams == ["产值达到450亿元。"]


def test_contents_are_skipped() -> None:
    text = "第一章 总则\n正文一段。"
    blocks = (Block("toc", 0, 6), *cut_lines(text)[1:])
    assert [stream.text for stream in find_streams(make_context(text, blocks))] == ["正文一段。"]


def test_endless_paragraphs_are_read_in_parts() -> None:
    text = "绿地率达到45%，" * 2000
    streams = list(find_streams(make_context(text, cut_lines(text))))
    assert all(len(stream.text) <= LONGEST for stream in streams)
    assert "".join(stream.text for stream in streams) == simplify_text(text)
    assert all(text[stream.start] == "绿" for stream in streams)
