"""Why an arrow refused, in words.

In: the code an arrow gave with its refusal. Out: a sentence of the language in force. Left out on purpose: the
arrow's own message, which names the very thing in English and goes to the log.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Any] = {
    "taken": _("这个名称或代码已经有了。"),
    "unknown": _("没有找到所说的对象。"),
    "beyond": _("超出了你的管理范围。"),
    "own": _("不能对自己的账号这样做，请由另一位管理员办理。"),
    "dates": _("日期先后不合。"),
    "department": _("没有这个部门。"),
    "place": _("没有这个地区。"),
    "parent": _("没有这个上级。"),
    "same": _("与现在的登记相同，没有改动。"),
    "reason": _("请写明理由。"),
    "password": _("原口令不对。"),
    "state": _("现在的状态不能这样办。"),
    "note": _("这一步要写明理由。"),
    "same_person": _("报送的人不能审核自己的表。"),
    "errors": _("还有错误的数，不能报送。已填的都保存了。"),
    "warnings": _("还有没有写明理由的提醒，不能报送。已填的都保存了。"),
    "typed": _("退回以后已经改过数，不能收回。"),
    "file": _("这个文件不收：类型、大小或内容不合要求。"),
    "indicator": _("有不认得的指标。"),
    "rule": _("有读不懂的关系。"),
    "grain": _("周期或期限不对。"),
    "kind": _("类型不对。"),
    "amount": _("数值读不懂，或单位不合。"),
    "name": _("请写名称。"),
    "scope": _("请选可做的事。"),
    "many": _("令牌太多，请先停止不用的。"),
    "date": _("日期读不懂，或期限不对。"),
    "open": _("同一来由已有未办结的事项。"),
    "own_answer": _("反馈的人不能自己销号。"),
    "rules": _("规则文件读不懂，或前后不合。"),
    "version": _("这个版本的规则已经登记过，内容不同；请另起版本。"),
    "not_in_force": _("规则在这一天不适用。"),
    "text": _("请写明理由。"),
    "target": _("这件申诉没有针对这一项目标，不能单改它的分。"),
    "share": _("请填 0 到 100 之间的百分数。"),
    "too_late": _("申诉的期限已过，不再受理。"),
    "answered": _("这件申诉已经答复过。"),
    "adjust": _("建成年份、总投资和建设规模确认以后，改动要走调整。"),
    "presumed": _("项目还是推定的，请先确认。"),
    "channel": _("这个通道没有设，或它找不到你。"),
    "account": _("没有这个账号。"),
    "circle": _("规划不能是自己的上级。"),
}


def explain_refusal(code: str) -> str:
    """The sentence for a code; the code itself where there is none."""
    return str(REFUSALS.get(code, code))
