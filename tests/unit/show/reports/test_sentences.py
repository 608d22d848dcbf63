"""One target in one sentence, and what it lacks."""

from datetime import UTC, date, datetime

from lantu.run.report_material import gather_material
from lantu.show.reports.ledger import Ledger
from lantu.show.reports.sentences import tell_gap, tell_target
from tests.unit.show.city import City


def test_sentences(city: City) -> None:
    later = datetime(2026, 3, 2, tzinfo=UTC)
    ledger = Ledger(gather_material(city.plan.pk, year=2025, as_of=date(2026, 3, 1), known_at=later))
    told = {j.target.name: "".join(piece.text for piece in tell_target(ledger, j)) for j in ledger.material.judged}
    gaps = {j.target.name: "".join(piece.text for piece in tell_gap(ledger, j)) for j in ledger.material.judged}
    assert told["地区生产总值"] == (
        "地区生产总值：2025年初步数为7,851亿元，2025年目标为9,000亿元，从基期到目标的路已走完67.1%，时间已过100.0%。"
        "进展判断为“未实现”（初步）。"
    )
    assert told["常住人口城镇化率"] == "常住人口城镇化率：尚无填报数据，暂不判断。"
    assert told["城乡居民收入比"].startswith("城乡居民收入比：2024年为1.5:1，2025年目标为1.55:1以下")
    assert gaps["地区生产总值"] == "地区生产总值离目标还差1,149亿元"
    assert gaps["优良天数比率"] == "优良天数比率离目标还差93个百分点"
    assert gaps["常住人口城镇化率"] == ""
