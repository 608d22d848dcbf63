"""Words for what the program knows by code: classes, reasons, kinds, states.

In: codes of core and the registry. Out: words of the language in force. Left out
on purpose: sentences, which `sentences` puts together.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lantu.core.entry import EntryKind
from lantu.core.observation import Status
from lantu.core.standing import Class, Reason
from lantu.core.target import Form

CLASSES: dict[str, Any] = {
    Class.MET: _("已实现"),
    Class.AHEAD: _("快于预期"),
    Class.ON_COURSE: _("符合预期"),
    Class.BEHIND: _("滞后"),
    Class.MISSED: _("未实现"),
    Class.CANNOT_SAY: _("无法判断"),
}
"""In the order pages list them."""

CLASS_MEANINGS: dict[str, Any] = {
    Class.MET: _("已达到目标值"),
    Class.AHEAD: _("完成进度比时间进度快出判断带"),
    Class.ON_COURSE: _("完成进度与时间进度相当，或本期达到要求"),
    Class.BEHIND: _("完成进度比时间进度慢出判断带，或本期未达要求"),
    Class.MISSED: _("到期而未达到目标值"),
    Class.CANNOT_SAY: _("缺少判断所需的数据，原因另注"),
}

REASONS: dict[str, Any] = {
    Reason.NO_INDICATOR: _("目标还没有对应的指标定义"),
    Reason.NO_VALUE: _("尚无填报数据"),
    Reason.NO_VALUE_AFTER_BASE: _("没有基期之后的数据"),
    Reason.NO_FULL_YEAR: _("只有不满一年的数据"),
    Reason.NO_BASE: _("规划未给出基期数值"),
    Reason.ASSIGNED_LATER: _("目标值由上级下达，规划中未给出"),
    Reason.PARTNER_MISSING: _("缺少对照指标的数据"),
    Reason.GROWTH_MISSING: _("缺少计算年均增速所需的数据"),
    Reason.UNIT_DIFFERS: _("数据单位与目标单位不能换算"),
    Reason.ONLY_A_BOUND: _("数据只给出界限，不足以判断"),
    Reason.FORM_NOT_JUDGED: _("这种形式的目标尚不能自动判断"),
    Reason.DATE_AFTER_AS_OF: _("数据日期晚于判断日期"),
}

FORMS: dict[str, Any] = {
    Form.LEVEL: _("水平型"),
    Form.FLOOR: _("底线型（不低于）"),
    Form.CEILING: _("上限型（不高于）"),
    Form.ABOUT: _("左右型"),
    Form.RANGE: _("区间型"),
    Form.GROWTH: _("年均增长型"),
    Form.CUT: _("累计降低型"),
    Form.SUM: _("累计总量型"),
    Form.CHANGE: _("累计变化型"),
    Form.RELATIVE: _("相对其他指标"),
    Form.ASSIGNED: _("上级下达"),
    Form.COVERAGE: _("全覆盖型"),
    Form.MULTIPLE: _("倍数型"),
    Form.MILESTONE: _("节点型"),
    Form.UNDECIDED: _("未定型"),
}

STATUSES: dict[str, Any] = {
    Status.PRELIMINARY: _("初步"),
    Status.FINAL: _("最终"),
    Status.REVISED: _("修订"),
    Status.UNSTATED: _("未注明"),
}

ENTRY_KINDS: dict[str, Any] = {
    EntryKind.TARGET: _("目标"),
    EntryKind.ACTUAL: _("实绩"),
    EntryKind.TASK: _("任务"),
    EntryKind.PROJECT: _("项目"),
}

ORIGINS: dict[str, Any] = {"table": _("表"), "prose": _("正文"), "box": _("专栏")}
SEVERITIES: dict[str, Any] = {"error": _("错误"), "warning": _("提醒"), "info": _("说明")}
ATTRIBUTES: dict[str, Any] = {"约束性": _("约束性"), "预期性": _("预期性")}

PLAN_KINDS: dict[str, Any] = {
    "outline": _("发展规划纲要"),
    "special_plan": _("专项规划"),
    "regional_plan": _("区域规划"),
    "spatial_plan": _("国土空间规划"),
    "action_plan": _("行动计划"),
    "annual_plan": _("年度计划"),
    "work_report": _("政府工作报告"),
    "bulletin": _("统计公报"),
    "news": _("新闻"),
    "other": _("其他"),
}

VERSION_STATES: dict[str, Any] = {
    "queued": _("排队"),
    "reading": _("阅读中"),
    "read": _("已读"),
    "failed": _("未能读出"),
}

JOB_STATES: dict[str, Any] = {
    "queued": _("排队中"),
    "running": _("进行中"),
    "done": _("已完成"),
    "failed": _("未完成"),
}

CATEGORIES: dict[str, Any] = {
    "经济发展": _("经济发展"),
    "经济转型": _("经济转型"),
    "创新驱动": _("创新驱动"),
    "科技创新": _("科技创新"),
    "改革开放": _("改革开放"),
    "文化发展": _("文化发展"),
    "社会文明": _("社会文明"),
    "生态环境": _("生态环境"),
    "绿色生态": _("绿色生态"),
    "绿色发展": _("绿色发展"),
    "资源环境": _("资源环境"),
    "民生福祉": _("民生福祉"),
    "安全保障": _("安全保障"),
    "社会治理": _("社会治理"),
    "城乡融合": _("城乡融合"),
    "乡村振兴": _("乡村振兴"),
}


ROLES: dict[str, Any] = {
    "viewer": _("浏览"),
    "reporter": _("填报"),
    "reviewer": _("审核"),
    "planner": _("规划"),
    "supervisor": _("督查"),
    "auditor": _("审计"),
    "administrator": _("管理员"),
}

SHEET_STATES: dict[str, Any] = {
    "draft": _("草稿"),
    "submitted": _("已报送"),
    "returned": _("已退回"),
    "reviewed": _("已审核"),
    "accepted": _("已认定"),
    "locked": _("已锁定"),
}


STEP_WORDS: dict[str, Any] = {
    "submit": _("报送"),
    "withdraw": _("撤回报送"),
    "send_back": _("退回"),
    "review": _("审核通过"),
    "unreview": _("撤销审核"),
    "refuse": _("不予认定，退回"),
    "keep": _("收回退回"),
    "accept": _("认定"),
    "unaccept": _("撤销认定"),
    "lock": _("锁定"),
    "unlock": _("解锁"),
}

GRAINS: dict[str, Any] = {"year": _("年"), "half": _("半年"), "quarter": _("季"), "month": _("月"), "day": _("日")}

FLAGS: dict[str, Any] = {
    "negative": _("负值"),
    "impossible": _("超出量程"),
    "unit": _("单位存疑"),
    "future": _("时间在后"),
    "stuck": _("数值停滞"),
    "repeated": _("重复"),
    "contradicts": _("前后矛盾"),
    "unplaced": _("地点不明"),
    "closed": _("地点已撤"),
    "below": _("低于检出限"),
}
"""What speaks against a reading {5d20b9}."""

LEVEL_WORDS: dict[str, Any] = {
    "country": _("国家"),
    "province": _("省"),
    "prefecture": _("市"),
    "county": _("区县"),
    "town": _("镇街"),
    "village": _("村社"),
    "grid": _("网格"),
}

OMISSIONS: dict[str, Any] = {
    "reported": _("已有数据"),
    "asked": _("已布置过"),
    "computed": _("由其他指标算出"),
    "undefined": _("没有定义"),
    "unowned": _("没有责任部门"),
}


BREAKDOWN_STATES: dict[str, Any] = {
    "meets": _("各部分够得上总目标"),
    "short": _("各部分够不上总目标"),
    "unknown": _("无法核对"),
}

BREAKDOWN_RULES: dict[str, Any] = {
    "sum": _("各部分之和"),
    "mean": _("加权平均"),
    "floor": _("逐个对照总目标"),
    "last": _("末年的数"),
    "product": _("逐年连乘"),
}

BREAKDOWN_REASONS: dict[str, Any] = {
    "no_parts": _("还没有分解"),
    "no_figure": _("规划没有给出数值"),
    "form": _("这种形式的目标不能由部分推出总体"),
    "missing": _("还缺一些部分"),
    "weights": _("缺少加权用的分母数据"),
    "composition": _("结构变化会影响总体，部分都完成也不保证总体完成"),
    "shared": _("各部门共同负责同一个数，不能相加"),
}


def word_for(table: dict[str, Any], code: str) -> str:
    """The word for a code, or the code itself where the table has none."""
    return str(table.get(code, code))
