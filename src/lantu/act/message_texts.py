"""The words of messages, in Chinese and English. This file is a table.

In: the kind of message, the level. Out: templates with the names of facts in braces. Left out on purpose: the way to the page, which
is added when a message is sent; and figures, which stand on that page with their sources.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Words:
    """Title and text of one kind of message."""

    title: str
    text: str
    title_en: str
    text_en: str


TEXTS = MappingProxyType(
    {
        "case_assigned": Words(
            "督办事项交办：{name}",
            "{place}的督办事项“{name}”已交{department}办理，要求：{demand}\n最后办理日期：{due_on}。请签收。",
            "Case assigned: {name}",
            "The case “{name}” ({place}) was assigned to {department}. What is asked: {demand}\nLast day: {due_on}. "
            "Please accept it.",
        ),
        "case_due": Words(
            "{stage}：督办事项{name}",
            "{place}的督办事项“{name}”由{department}办理，最后办理日期是{due_on}，{days}。现在的级别：{stage}。",
            "{stage}: case {name}",
            "The case “{name}” ({place}), handled by {department}, is due on {due_on}; {days}. Level now: {stage}.",
        ),
        "returned": Words(
            "已退回：{name}",
            "{place}{department}的“{name}”被退回，理由：{note}\n请修改后再报。期限：{due_on}。",
            "Sent back: {name}",
            "“{name}” of {department} ({place}) was sent back. Reason: {note}\nPlease correct it and hand it in again. "
            "Last day: {due_on}.",
        ),
        "return_due": Words(
            "{stage}：填报{name}",
            "{place}{department}的填报“{name}”最后报送日期是{due_on}，{days}。现在的级别：{stage}。",
            "{stage}: return {name}",
            "The return “{name}” of {department} ({place}) is due on {due_on}; {days}. Level now: {stage}.",
        ),
        "work_assigned": Words(
            "{what}由你部门牵头：{name}",
            "{place}的{what}“{name}”由{department}牵头，应完成日期：{due_on}。请按季报送进展。",
            "Your department leads: {name}",
            "The {what} “{name}” ({place}) is led by {department}; to be done by {due_on}. Please report on it each quarter.",
        ),
        "work_due": Words(
            "{stage}：{what}{name}",
            "{place}的{what}“{name}”由{department}牵头，应完成日期是{due_on}，{days}。现在的级别：{stage}。",
            "{stage}: {what} {name}",
            "The {what} “{name}” ({place}), led by {department}, is to be done by {due_on}; {days}. Level now: {stage}.",
        ),
        "objection": Words(
            "申诉待答复：{who} {name}",
            "{who}对{place}“{name}”的得分提出申诉：{text}\n请核实后答复。",
            "An objection waits: {who}, {name}",
            "{who} objects to a score of “{name}” ({place}): {text}\nPlease look into it and answer.",
        ),
        "decided": Words(
            "申诉已答复：{who} {name}",
            "{who}对{place}“{name}”得分的申诉已答复：{outcome}。理由：{note}",
            "Objection answered: {who}, {name}",
            "The objection of {who} to a score of “{name}” ({place}) was answered: {outcome}. Reason: {note}",
        ),
        "warning": Words(
            "{stage}预警：{name}",
            "{place}“{name}”达到{stage}预警，规则：{rule}。数据截至{as_of}的判断。",
            "{stage} warning: {name}",
            "“{name}” ({place}) reached a {stage} warning by the rule: {rule}. Judged as of {as_of}.",
        ),
        "review": Words(
            "审校完成：{name}",
            "{place}“{name}”的审校已生效，改动{changes}处，形成第{version}版。",
            "Review finished: {name}",
            "The review of “{name}” ({place}) is in force: {changes} changes, version {version}.",
        ),
        "test": Words(
            "蓝图的测试消息",
            "这是{name}发出的测试消息。收到它，说明这个通道可用。",
            "Test message of Lantu",
            "This is a test message sent by {name}. If you read it, the channel works.",
        ),
    }
)
"""By kind; every place in braces is a fact that whoever tells of the event gives."""

STAGES = MappingProxyType(
    {
        "": ("", ""),
        "soon": ("快到期", "Due soon"),
        "urge": ("催办", "Overdue, urged"),
        "notify": ("通报", "Overdue, notified upward"),
        "interview": ("约谈", "Overdue, to be interviewed"),
        "orange": ("橙色", "Orange"),
        "red": ("红色", "Red"),
    }
)
"""Words for levels."""


def write_stage(stage: str, *, is_english: bool) -> str:
    """The word for a level."""
    return STAGES[stage][is_english]


def write_days(days_left: int, *, is_late: bool, is_english: bool) -> str:
    """How many working days are left, or gone by."""
    count = abs(days_left)
    if is_english:
        unit = "working day" if count == 1 else "working days"
        return f"overdue by {count} {unit}" if is_late else f"{count} {unit} left"
    return f"已逾期{count}个工作日" if is_late else f"还有{count}个工作日"
