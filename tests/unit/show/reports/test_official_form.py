"""The figures of the standard agree with each other."""

import pytest

from lantu.show.reports import official_form as form


def test_the_text_area_is_what_the_margins_leave() -> None:
    width, height = form.PAGE_MM
    margins = form.MARGINS_MM
    assert (width - margins["left"] - margins["right"], height - margins["top"] - margins["bottom"]) == form.TEXT_MM


def test_lines_and_characters_fill_it() -> None:
    assert float(form.LINE_TWIPS * form.LINES / form.TWIPS_A_MM) == pytest.approx(form.TEXT_MM[1], abs=0.5)
    twips = form.CHARACTERS * (form.BODY_PT * 20 + form.CHARACTER_TWIPS)
    assert form.TEXT_MM[0] - 2 < float(twips / form.TWIPS_A_MM) <= form.TEXT_MM[0]


def test_the_foot_says_how_to_verify() -> None:
    assert "lantu report verify" in form.write_foot("本报告")
