"""The country's places from the package."""

from lantu.run.gazetteer import place_names, read_gazetteer, read_names


def test_the_whole_country() -> None:
    places = read_gazetteer()
    levels = [place.level for place in places.by_code.values()]
    assert levels.count("province") == 34
    assert levels.count("prefecture") > 300
    assert levels.count("county") > 2800
    assert places.resolve("嘉善县")[0] == "330421"
    assert places.resolve("南湖区", "330400")[0] == "330402"
    assert places.by_code["330421"].parent_code == "330400"
    assert places.by_code["330400"].parent_code == "330000"


def test_places_that_no_city_is_around() -> None:
    places = read_gazetteer()
    assert places.by_code["429004"].parent_code == "420000"
    assert places.by_code["110101"].parent_code == "110000"


def test_one_name_may_be_several_places() -> None:
    places = read_gazetteer()
    assert places.resolve("鼓楼区")[0] == ""
    assert places.resolve("鼓楼区", "320100")[0] == "320106"
    assert places.find_home("鼓楼区", "福州市鼓楼区国民经济和社会发展规划") == "350102"


def test_lines_that_are_no_place_are_left_out() -> None:
    data = '{"properties":{"name":"crs"}}{"properties":{"name":"界线","gb":""}}{"properties":{"name":"甲市","gb":"156990100"}}'
    assert read_names(data.encode()) == {"990100": "甲市"}
    (place,) = place_names({"990100": "甲市"})
    assert (place.level, place.parent_code) == ("prefecture", "")
