"""The small city with departments that answer for its targets, and rules to score them by."""

from datetime import date

from lantu.store import models
from tests.unit.show.city import AT, CITY, City, build_city

DAY = date(2026, 3, 1)
RULES = """\
code: departments
version: "1"
name: 部门考核
name_en: Departments
source: test
subject: department
from: 2021-01-01
full: 100
digits: 2
line_digits: 4
least_judged: 0.2
uncertainty: {preliminary: 0.05, bands: [0.05, 0.15]}
classes: {met: 1, ahead: 1, on_course: 1, behind: 0.6, missed: 0}
absences:
  - {reason: other, share: 0}
items:
  - {code: binding, name: 约束性, name_en: Binding, weight: 60, by: completion, binding: true}
  - {code: others, name: 预期性, name_en: Others, weight: 40, by: completion, binding: false}
"""


def build_scored() -> City:
    """Write it all."""
    city = build_city()
    for code, name in (("tj", "统计局"), ("sthj", "生态环境局"), ("jt", "交通局")):
        models.Department.objects.create(code=code, name=name, place_id=CITY, recorded_at=AT)
    for code, owner in (("gdp", "tj"), ("urban_rate", "tj"), ("good_air", "sthj")):
        models.Ownership.objects.create(
            kind="indicator", thing=code, place_id=CITY, department_id=owner, is_guessed=code == "gdp",
            from_on=date(2021, 1, 1), actor="x", recorded_at=AT,
        )  # fmt: skip
    return city
