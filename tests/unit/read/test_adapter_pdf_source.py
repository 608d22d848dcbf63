"""Characters and rules as the renderer places them."""

import pytest
import typst

from lantu.read.adapter_pdf_source import BrokenError, PdfSource


def compile_page(body: str) -> PdfSource:
    head = '#set page(width: 200pt, height: 300pt, margin: 20pt)\n#set text(font: "Noto Serif CJK SC", size: 10pt)\n'
    return PdfSource(typst.compile((head + body).encode(), format="pdf"))


def test_characters_have_place_and_size() -> None:
    page = compile_page("规划 2025").read_page(1, 1000)
    assert (page.width, page.height) == pytest.approx((200, 300))
    assert "".join(g.text for g in page.glyphs if not g.text.isspace()) == "规划2025"
    first = page.glyphs[0]
    assert first.x0 == pytest.approx(20, abs=1)
    assert first.x1 - first.x0 == pytest.approx(10, abs=0.5)
    assert first.size == pytest.approx(10, abs=0.1)
    assert 0 < first.top < first.bottom < 60


def test_shape_of_two_characters_is_two() -> None:
    glyphs = compile_page("——目标").read_page(1, 1000).glyphs
    assert "".join(g.text for g in glyphs) == "——目标"
    assert glyphs[0].x1 <= glyphs[1].x0 + 0.1


def test_rules_of_a_table() -> None:
    page = compile_page("#table(columns: (50pt, 50pt), rows: 20pt, [a], [b], [c], [d])").read_page(1, 1000)
    level = {round(r.top) for r in page.rules if r.bottom - r.top < 1}
    assert {20, 40, 60} <= level


def test_turned_page_is_read_upright() -> None:
    page = compile_page("#rotate(90deg, reflow: true)[规划目标]").read_page(1, 1000)
    assert page.width == pytest.approx(300)
    tops = {round(g.top) for g in page.glyphs}
    assert len(tops) == 1
    assert "".join(g.text for g in sorted(page.glyphs, key=lambda g: g.x0)) == "规划目标"


def test_watermark_across_the_page_is_left_out() -> None:
    page = compile_page("到2025年达到9000亿元\n#rotate(90deg)[草稿]").read_page(1, 1000)
    assert "草" not in "".join(g.text for g in page.glyphs)


def test_limit_cuts_the_page() -> None:
    page = compile_page("规划目标").read_page(1, 2)
    assert page.is_cut
    assert len(page.glyphs) == 2


def test_rubbish_is_broken() -> None:
    with pytest.raises(BrokenError):
        PdfSource(b"%PDF-1.4 nothing")


def test_missing_page_is_broken() -> None:
    source = compile_page("a")
    assert len(source) == 1
    with pytest.raises((BrokenError, IndexError)):
        source.read_page(7, 10)
    source.close()
