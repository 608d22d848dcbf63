"""提示单 and 督办单 of a case, to be saved as .docx.

In: a case and which of the two. Out: the file. Left out on purpose: English; a slip is an official document.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation

from lantu.show.access import needs
from lantu.show.case_chain import ChainLink, build_chain
from lantu.show.pages.case import get_case
from lantu.show.reports.slip_print import Slip, print_slip, write_chinese_date
from lantu.store import models

KINDS = {"notice": "工作提示单", "order": "督办单"}
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@needs("see_case")
def case_slip(request: HttpRequest, key: int, slip: str) -> HttpResponse:
    """The file."""
    found = get_case(request, key)
    if slip not in KINDS:
        raise Http404
    with translation.override("zh-hans"):
        made = build_slip(found, slip, build_chain(found))
    answer = HttpResponse(print_slip(made, timezone.now()), content_type=TYPE)
    answer["Content-Disposition"] = f'attachment; filename="case-{key}-{slip}.docx"'
    return answer


def build_slip(case: models.Case, kind: str, chain: list[ChainLink]) -> Slip:
    """What the slip says: the case, what it rests on, what is demanded, by when."""
    due = write_chinese_date(case.due_on) if case.due_on else ""
    if kind == "notice":
        ask = f"请予关注，并于{due}前反馈有关情况。" if due else "请予关注，及时反馈有关情况。"
    else:
        ask = f"请于{due}前办结并反馈，附佐证材料。" if due else "办理期限待交办时确定。"
    if due and not case.is_due_exact:
        ask += "（该年节假日安排尚未公布，期限只扣除周末。）"
    sections: list[tuple[str, tuple[str, ...]]] = [("一、事项", (f"{case.title}。",))]
    if chain:
        sections.append(("二、来由", tuple(_write_link(link) for link in chain)))
    numeral = "三" if chain else "二"
    sections.append((f"{numeral}、要求", (*case.demand.splitlines(), ask)))
    department = case.department.name if case.department else ""
    return Slip(KINDS[kind], case.address, department, tuple(sections), case.place.name, timezone.localdate())


def _write_link(link: ChainLink) -> str:
    if link.quote:
        return f"{link.label}（{link.text}）：“{' '.join(link.quote.split())}”。"
    until = f"（数据到{write_chinese_date(link.day)}）" if link.day else ""
    return f"{link.label}：{link.text}{until}。"
