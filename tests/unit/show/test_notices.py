"""Codes in both languages."""

import pytest
from django.utils import translation

from lantu.core.diagnostic import Code
from lantu.read.codes import CODES as READ_CODES
from lantu.sense.codes import CODES as SENSE_CODES
from lantu.show.notices import CHINESE, notice_advice, notice_title


@pytest.mark.parametrize("code", [*READ_CODES, *SENSE_CODES], ids=lambda code: code.code)
def test_every_code_of_reading_and_returns_is_told_in_chinese(code: Code) -> None:
    assert notice_title(code.code) != code.code
    assert notice_advice(code.code)
    with translation.override("en"):
        assert notice_title(code.code) == code.title
        assert notice_advice(code.code) == code.todo


def test_the_table_names_no_code_that_is_gone() -> None:
    assert set(CHINESE) == {code.code for code in (*READ_CODES, *SENSE_CODES)}


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert (notice_title("X999"), notice_advice("X999")) == ("X999", "")
