"""People's word on names is kept with who, when and why, and the latest one holds."""

import pytest

from lantu.run.wordbook_files import WordbookError
from lantu.run.wordbooks import decide_pair, load_wordbook
from lantu.store.models import AuditRow, NamePair


@pytest.mark.django_db
@pytest.mark.usefixtures("definitions")
def test_a_word_holds_for_the_place_and_below_until_it_is_taken_back() -> None:
    decide_pair("甲 指标", "乙指标", "same", place_code="330411", reason="区里的叫法", by="li")
    assert load_wordbook(["330411"]).same == (("甲指标", "乙指标"),)
    assert load_wordbook(["330400"]).same == ()
    decide_pair("丙", "丁", "apart", place_code="330400", reason="口径不同", by="wang")
    assert load_wordbook(["330411"]).apart == (("丙", "丁"),)
    decide_pair("乙指标", "甲指标", "apart", place_code="330411", reason="看错了", by="li")
    assert (load_wordbook(["330411"]).same, len(load_wordbook(["330411"]).apart)) == ((), 2)
    decide_pair("甲指标", "乙指标", "withdrawn", place_code="330411", by="li")
    assert load_wordbook(["330411"]).apart == (("丙", "丁"),)
    assert NamePair.objects.count() == 4
    assert AuditRow.objects.filter(action="names.decided").count() == 4


@pytest.mark.django_db
@pytest.mark.usefixtures("definitions")
@pytest.mark.parametrize(
    ("first", "second", "verdict", "reason"),
    [("甲", "甲 ", "same", "x"), ("", "乙", "same", "x"), ("甲", "乙", "same", " "), ("甲", "乙", "maybe", "x")],
)
def test_what_is_no_word_is_refused(first: str, second: str, verdict: str, reason: str) -> None:
    with pytest.raises(WordbookError):
        decide_pair(first, second, verdict, place_code="330400", reason=reason, by="li")
    assert not NamePair.objects.exists()
