"""The report is a Word document with the evidence marked, side by side, and room for an answer."""

from io import BytesIO

from docx import Document

from lantu.check.documents import check_readings
from lantu.check.docx_form import ReportDocument, ReportFinding, check_to_docx, report_to_docx
from lantu.check.excerpts import cut_excerpts
from lantu.read import read_text

TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

2020年，三次产业结构为2.3:59.1:45.8，服务业比重提高。
"""
CITY = ReportDocument("市规划", "第2版", "city.txt", "a" * 64)


def make_finding(number: int, state: str = "", titles: tuple[str, ...] = ("市规划", "区规划")) -> ReportFinding:
    evidence = tuple(
        (title, cut_excerpts(f"{title}到2025年达到9%。", [(len(title) + 8, len(title) + 10)])[0]) for title in titles
    )
    return ReportFinding(
        "C160", "提醒", "区县与全市", f"第{number}条", "说明", (("全市", "9"),), evidence, "改正", state
    )


def read_report(data: bytes) -> tuple[list[str], list[list[list[str]]]]:
    file = Document(BytesIO(data))
    words = [paragraph.text for paragraph in file.paragraphs]
    return words, [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]


def test_both_texts_stand_side_by_side_with_a_blank_column() -> None:
    words, tables = read_report(report_to_docx((CITY,), (make_finding(1),), "2026年3月1日核查"))
    assert words[:2] == ["规划文本核查意见", "2026年3月1日核查"]
    assert "共1条意见，待处理1条（提醒1条）。请在右栏写明处理意见；认为不成立的，写明理由。" in words
    assert tables[0][1] == ["1", "市规划", "第2版", f"city.txt\n{'a' * 32}…"]
    assert tables[1][0] == ["市规划", "区规划", "起草组答复"]
    assert tables[1][1] == ["市规划到2025年达到9%。", "区规划到2025年达到9%。", ""]
    assert tables[1][2][0] == "数值：全市 9。建议：改正"


def test_the_words_in_question_are_marked() -> None:
    file = Document(BytesIO(report_to_docx((CITY,), (make_finding(1),), "")))
    runs = file.tables[1].rows[1].cells[0].paragraphs[0].runs
    assert [run.text for run in runs if run.font.highlight_color is not None] == ["9%"]


def test_findings_dealt_with_come_last_with_what_was_said() -> None:
    findings = (make_finding(1, "已接受，李，2026-03-02：约数"), make_finding(2, titles=("市规划",)))
    words, tables = read_report(report_to_docx((CITY,), findings, ""))
    assert [word for word in words if word.startswith(("三", "四"))] == ["三、提醒", "四、已处理的意见"]
    assert tables[1][0] == ["市规划", "起草组答复"]
    assert tables[2][1] == ["C160", "第1条", "已接受，李，2026-03-02：约数"]


def test_nothing_found_is_said() -> None:
    words, tables = read_report(report_to_docx((CITY,), (), ""))
    assert any(word.startswith("没有查出问题") for word in words)
    assert len(tables) == 1


def test_a_check_without_a_registry_is_reported_too() -> None:
    readings = [read_text(TEXT, "甲.txt")]
    words, tables = read_report(check_to_docx(readings, check_readings(readings)[1], "2026-03-01核查"))
    assert "三、错误" in words
    assert "2.3:59.1:45.8" in tables[1][1][0]
