"""A floor or ceiling to be held: 森林覆盖率 12.5以上, 粮食综合生产能力 167 → 167.

Each full year against the threshold: on course while kept, met once kept in the due
year, behind or missed otherwise. In: a case. Out: a standing.
Left out on purpose: progress; a promise to hold has no way to go.
"""

from lantu.core.absence import Absence
from lantu.core.standing import Reason, Standing
from lantu.core.target import Form
from lantu.judge.case import Case, cannot_say
from lantu.judge.exact import to_fraction
from lantu.judge.forms.promise import Promise, judge_promise


def judge_threshold(case: Case) -> Standing:
    """Decide a floor or a ceiling."""
    target = case.target
    if isinstance(target.value, Absence):
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    limit = to_fraction(target.value.amount)
    limits = (limit, None) if target.form is Form.FLOOR else (None, limit)
    return judge_promise(case, Promise(limits, target.comparator), target.value.unit)
