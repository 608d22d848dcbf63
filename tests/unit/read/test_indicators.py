"""Names beside figures."""

import pytest

from lantu.read.indicators import (
    find_left_name,
    find_right_name,
    is_empty_name,
    is_subject,
    share_names,
)


@pytest.mark.parametrize(
    ("segment", "is_level", "name"),
    [
        ("力争全市森林覆盖率达到", True, "森林覆盖率"),
        ("确保基本养老保险参保率稳定在", True, "基本养老保险参保率"),
        ("地方政府专项债券", True, "地方政府专项债券"),
        ("服务业增加值增长", True, "服务业增加值"),
        ("在役机器人达到", False, "在役机器人"),
        ("对外直接投资备案金额", True, "对外直接投资备案金额"),
        ("支持企业引进高层次人才", False, "高层次人才"),
        ("新增高新技术企业", False, "新增高新技术企业"),
        ("中心城区新增停车位", False, "中心城区新增停车位"),
        ("累计建成示范社区", False, "示范社区"),
        ("建设高标准农田", False, "高标准农田"),
        ("卫生、教育、文化等公共服务支出占比达到", True, "公共服务支出占比"),
        ("核心区产出达到一般农田", True, "核心区产出"),
        ("主要劳动年龄人口受过高等教育比例提高到", True, "主要劳动年龄人口受过高等教育比例"),
    ],
)
def test_names_to_the_left(segment: str, is_level: bool, name: str) -> None:
    found = find_left_name(segment, 0, len(segment), is_level)
    assert found is not None
    assert found.text == name


@pytest.mark.parametrize("segment", ["", "达到", "年均增长", "并力争", "和", "比全省平均", "两年", "占全国"])
def test_where_there_is_no_name(segment: str) -> None:
    assert find_left_name(segment, 0, len(segment), True) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("座公园,提升品质", "公园"),
        ("个医疗、养老服务综合体。", "医疗、养老服务综合体"),
        ("以上的行政村建成图书室", "行政村"),
        ("家国际合作产业园建设,", "国际合作产业园"),
        ("条公交线、打通", "公交线"),
    ],
)
def test_names_to_the_right(text: str, name: str) -> None:
    start = 1 if text[0] in "座个家条" else 0
    found = find_right_name(text, start, len(text), len(text))
    assert found is not None
    assert found.text == name


def test_a_subject_keeps_its_predicate() -> None:
    found = find_right_name("项经验在全国推广,", 1, 9, 9, is_subject=True)
    assert found is not None
    assert found.text == "经验在全国推广"


@pytest.mark.parametrize(
    ("listed", "count", "names"),
    [
        ("污水处理率、垃圾分类率", 2, ["污水处理率", "垃圾分类率"]),
        ("城镇、农村居民人均收入", 2, ["城镇居民人均收入", "农村居民人均收入"]),
        ("风电、光伏发电装机容量", 2, ["风电装机容量", "光伏发电装机容量"]),
        ("养老、医疗保险参保率", 2, ["养老保险参保率", "医疗保险参保率"]),
        ("城乡居民收入", 2, ["城镇居民收入", "农村居民收入"]),
        ("存贷款余额", 2, ["存款余额", "贷款余额"]),
        ("蔬菜、水果和茶叶产量", 3, ["蔬菜产量", "水果产量", "茶叶产量"]),
        ("森林覆盖率", 2, ["森林覆盖率", "森林覆盖率"]),
    ],
)
def test_shared_names(listed: str, count: int, names: list[str]) -> None:
    whole = find_left_name(listed, 0, len(listed), True)
    assert whole is not None
    assert [name.text for name in share_names(listed, whole, count)] == names


def test_empty_names() -> None:
    assert is_empty_name("力争实现")
    assert is_empty_name("、")
    assert not is_empty_name("森林面积")


def test_subjects_hold_no_verb() -> None:
    assert is_subject("铁路项目等")
    assert is_subject("市属系统")
    assert not is_subject("集中力量培育园区")
