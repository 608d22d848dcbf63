"""Initials and syllables."""

import pytest

from lantu.store.pinyin import write_pinyin


@pytest.mark.parametrize(
    ("name", "initials", "syllables"),
    [
        ("地区生产总值", "dqsczz", "diqushengchanzongzhi"),
        ("重点项目", "zdxm", "zhongdianxiangmu"),
        ("重庆", "cq", "chongqing"),
        ("长三角一体化", "csjyth", "changsanjiaoyitihua"),
        ("R&D经费", "rdjf", "rdjingfei"),
        ("PM2.5浓度", "pm25nd", "pm25nongdu"),
        ("", "", ""),
    ],
)
def test_as_typed(name: str, initials: str, syllables: str) -> None:
    assert write_pinyin(name) == (initials, syllables)
