"""Observations become values once; measuring again changes nothing."""

import pytest

from lantu.run.measuring import measure_all
from lantu.run.returns import receive_return
from lantu.store.models import AuditRow, StagedObservation, ValueRow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("definitions")]
RETURN = """region,indicator,year,value,unit,source,status,recorded_on
青湖市,地区生产总值,2023,780,亿元,公报,preliminary,2024-02-01
青湖市,地区生产总值,2023,771.25,亿元,年鉴,final,2024-10-01
青湖市,常住人口城镇化率,2023,67.4,%,公报,final,2024-02-01
"""


def test_the_later_publication_is_the_value_and_names_its_input() -> None:
    receive_return(RETURN.encode(), "a.csv", by="li")
    assert measure_all(by="li") == 2
    value = ValueRow.objects.get(indicator_code="gdp")
    assert (str(value.amount.normalize()), value.status, value.rule) == ("771.25", "final", "reported")
    assert value.inputs == [str(StagedObservation.objects.get(amount="771.25").pk)]


def test_measuring_again_changes_nothing() -> None:
    receive_return(RETURN.encode(), "a.csv", by="li")
    measure_all(by="li")
    assert measure_all(by="li") == 0
    assert AuditRow.objects.filter(action="values.measured").count() == 2


def test_without_observations_there_are_no_values() -> None:
    assert measure_all(by="li") == 0
