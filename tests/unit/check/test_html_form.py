"""The page that needs nothing else."""

import re

from lantu.check.documents import check_readings
from lantu.check.html_form import check_to_html
from lantu.read import read_text

TEXT = "临江市发展规划\n\n2020年，三次产业结构为2.3:52.9:45.8，<b>服务业</b>比重提高。\n"


def test_the_quote_is_marked_in_its_sentence_and_words_are_escaped() -> None:
    reading = read_text(TEXT, "甲<1>.txt")
    page = check_to_html([reading], check_readings([reading])[1])
    assert "三次产业结构为<mark>2.3:52.9:45.8</mark>，&lt;b&gt;服务业" in page
    assert "甲&lt;1&gt;.txt" in page
    assert "错误1条" in page


def test_nothing_is_fetched_from_elsewhere() -> None:
    reading = read_text(TEXT, "甲.txt")
    page = check_to_html([reading], check_readings([reading])[1])
    assert not re.search(r"https?://|<script|<link|@import|url\(", page)
