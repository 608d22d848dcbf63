"""Places whose code the reader knows by name.

In: nothing. Out: names and GB/T 2260 codes of the places in the sample.
Source: GB/T 2260, revision of April 2019.
Left out on purpose: the rest of the country; a name that is not here is kept
without a code, and `run` may add one from the registry's places.
"""

REGION_CODES: dict[str, str] = {
    "浙江省": "330000",
    "嘉兴市": "330400",
    "南湖区": "330402",
    "秀洲区": "330411",
    "嘉善县": "330421",
    "海盐县": "330424",
    "海宁市": "330481",
    "平湖市": "330482",
    "桐乡市": "330483",
}
