"""Formulas of ambient air: indices, city means, good days, means and percentiles of a year.

In: rows of concentrations and the rules in force on their day. Out: outcomes with
their parts. Left out on purpose: limits, breakpoints and numbers of days, which
stand in rules.yml with their dates.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.packs.arithmetic import (
    average,
    compute_share,
    find_percentile,
    interpolate,
    round_even,
    round_up,
)
from lantu.packs.rows import InputRow, Outcome, collect_amounts, make_absent, make_remark
from lantu.packs.rulebook import RuleBook

POLLUTANTS = ("SO2", "NO2", "CO", "O3", "PM10", "PM2.5")
_HOURLY = {"SO2": "so2", "NO2": "no2", "CO": "co", "O3": "o3", "PM10": "pm10", "PM2.5": "pm25"}
_DAILY = {**_HOURLY, "O3": "o3_8h"}
_DUSTY = ("PM10", "PM2.5")
_ENOUGH = "find out why figures are missing; too few make no valid mean"

Amounts = Mapping[str, Decimal]


def compute_iaqi(pollutant: str, amount: Decimal, averaging: str, day: date | None, rules: RuleBook) -> Decimal | None:
    """The individual index of one pollutant, rounded up; None where the table gives none.

    Args:
        pollutant: Such as "PM2.5"; "O3" is the 8-hour mean by day and the hour by hour.
        amount: μg/m³, CO in mg/m³.
        averaging: day or hour.
        day: The day the figure is about.
        rules: Of the pack.

    Source: HJ 633-2012 4.3 and 6.2, to 2026-02-28; HJ 633-2026 4.2.4 to 4.2.6, from 2026-03-01.
    """
    values = rules.pick("iaqi_breakpoints", day).values
    places = rules.pick("rounding", day).values["index"][pollutant]
    points = values[averaging][pollutant]
    found = interpolate(round_even(amount, int(places)), points, values["levels"])
    if found is not None:
        return round_up(found)
    if len(points) == len(values["levels"]):
        return Decimal(values["cap"])
    is_kept = values["above"][averaging].get(pollutant) == "stay"
    return Decimal(values["levels"][len(points) - 1]) if is_kept else None


def compute_hourly_aqi(row: InputRow, rules: RuleBook) -> Outcome:
    """The index of an hour.

    Source: HJ 633-2012 5.1.3 and table 4, to 2026-02-28; HJ 633-2026 4.2.3, from 2026-03-01.
    """
    amounts = _name_amounts(row, _HOURLY)
    edition = rules.pick("iaqi_breakpoints", row.day)
    extra: dict[str, Decimal] = {}
    if "O3_1h" in edition.values["day"]:  # the set of 2012
        if rules.setting("real_time_particles") == "moving_24h":
            moving = {"PM10": row.amount("pm10_24h"), "PM2.5": row.amount("pm25_24h")}
            amounts = {name: amount for name, amount in amounts.items() if name not in moving}
            amounts |= {name: amount for name, amount in moving.items() if amount is not None}
        sulphur = row.amount("so2_24h")
        hours = edition.values["hour"]["SO2"]
        if sulphur is not None and amounts.get("SO2", Decimal(0)) > hours[-1]:
            index = compute_iaqi("SO2", sulphur, "day", row.day, rules)
            extra = {} if index is None else {"SO2": index}
    return _conclude(amounts, "hour", row.day, rules, extra)


def compute_daily_aqi(row: InputRow, rules: RuleBook) -> Outcome:
    """The index of a day, from its means and the largest 8-hour mean of ozone.

    Source: HJ 633-2012 5.1.2, to 2026-02-28; HJ 633-2026 4.2.2, from 2026-03-01.
    """
    extra = _index_ozone_hour(row.amount("o3_8h"), row.amount("o3_max1h"), row.day, rules)
    return _conclude(_name_amounts(row, _DAILY), "day", row.day, rules, extra)


def compute_aqi_of_hours(rows: tuple[InputRow, ...], rules: RuleBook) -> Outcome:
    """The index of a day from its hours, with the validity of each mean.

    Source: GB 3095-2012 table 4, to 2026-02-28; GB 3095-2026 table 4, from 2026-03-01;
    HJ 663-2013 6.1.2 and HJ 663-2026 6.1.2 for ozone.
    """
    day = rows[0].hour_ending_day
    needed = rules.pick("validity", day).values["hours_in_day"]
    hours = {name: len(collect_amounts(rows, key)) for name, key in _HOURLY.items()}
    amounts: dict[str, Decimal] = {}
    for name, key in _HOURLY.items():
        if name != "O3" and hours[name] >= needed:
            amounts[name] = _state(average(collect_amounts(rows, key)), name, day, rules, "index")
    ozone = find_largest_8h(rows, day, rules)
    if ozone is not None:
        amounts["O3"] = ozone
    parts = {"concentrations": amounts, "valid_hours": hours, "set_aside": sum(row.is_set_aside for row in rows)}
    outcome = _conclude(amounts, "day", day, rules, {})
    short = [f"{name} {hours[name]}" for name in POLLUTANTS if name not in amounts]
    said = list(outcome.diagnostics)
    if short:
        said.append(make_remark("P034", f"too few valid hours on {day}: {', '.join(short)}", _ENOUGH))
    return Outcome(outcome.value, {**outcome.parts, **parts}, tuple(said))


def find_largest_8h(rows: Iterable[InputRow], day: date | None, rules: RuleBook) -> Decimal | None:
    """The largest 8-hour mean of ozone of a day, or None where it is not valid.

    Windows end at 08:00 to 24:00 and need 6 of their hours; a day needs 14 of them, or a
    maximum above the limit.

    Source: HJ 663-2013 6.1.2, in force from 2013-10-01; HJ 663-2026 6.1.2, from 2026-03-01.
    """
    need = rules.pick("validity", day).values
    by_hour = {}
    for row in rows:
        amount = row.amount("o3")
        if amount is not None and row.hour is not None and not row.is_set_aside:
            by_hour[row.hour or 24] = amount
    means = []
    for end in range(int(need["first_8h_end"]), 25):
        window = [by_hour[hour] for hour in range(end - 7, end + 1) if hour in by_hour]
        if len(window) >= need["hours_in_8h"]:
            means.append(_state(average(window), "O3", day, rules, "index"))
    if not means:
        return None
    largest = max(means)
    limit = rules.pick("limits", day).values["grade_2"]["day"]["O3"]
    return largest if len(means) >= need["means_8h_in_day"] or largest > limit else None


def compute_city_aqi(rows: tuple[InputRow, ...], rules: RuleBook) -> Outcome:
    """The index of a city: means over its sites first, then indices, then the largest.

    Source: HJ 663-2013 6.1.1, in force from 2013-10-01; HJ 663-2026 6.1.1, from 2026-03-01.
    """
    day = rows[0].day
    need = rules.pick("validity", day).values
    stated = collect_amounts(rows, "sites")
    sites = max(stated) if stated else Decimal(len({row.words.get("station", "") for row in rows}))
    share = need["sites_pct"] if sites >= need["few_sites"] else need["sites_pct_few"]
    amounts, counted = {}, {}
    for name, key in _DAILY.items():
        found = collect_amounts(rows, key)
        counted[name] = len(found)
        if found and len(found) * 100 >= share * sites:
            amounts[name] = _state(average(found), name, day, rules, "index")
    outcome = _conclude(amounts, "day", day, rules, {})
    short = [f"{name} {counted[name]}" for name in POLLUTANTS if name not in amounts]
    said = list(outcome.diagnostics)
    if short:
        said.append(make_remark("P034", f"too few of {sites} sites on {day}: {', '.join(short)}", _ENOUGH))
    return Outcome(outcome.value, {**outcome.parts, "concentrations": amounts, "sites": counted}, tuple(said))


def compute_good_day_ratio(rows: tuple[InputRow, ...], rules: RuleBook) -> Outcome:
    """Days with an index up to 100 over days with a valid index; days of dust stay in.

    Source: HJ 663-2013 and HJ 663-2026 (rates); 环办监测[2016]120号 for dust, from 2017-01-01.
    """
    good = valid = 0
    said: list[Diagnostic] = []
    editions: set[str] = set()
    for row in rows:
        if row.is_set_aside:
            continue
        edition = rules.pick("categories", row.day)
        index = row.amount("aqi")
        if index is None:
            index = _judge_day(row, rules, edition.values["good_up_to"])
        if index is None:
            continue
        editions.add(edition.name)
        valid += 1
        good += index <= edition.values["good_up_to"]
    parts: dict[str, Any] = {"good_days": good, "valid_days": valid, "days": len(rows), "edition": sorted(editions)}
    parts["set_aside"] = sum(row.is_set_aside for row in rows)
    if valid == 0:
        return make_absent("P034", "no day has a valid index", _ENOUGH, parts)
    if len(editions) > 1:
        message = f"the days fall under {' and '.join(sorted(editions))}; each was judged by its own"
        said.append(
            make_remark("P035", message, "state both shares where one is wanted for a whole year", Severity.INFO)
        )
    return Outcome(compute_share(good, valid), parts, tuple(said))


def _judge_day(row: InputRow, rules: RuleBook, good_up_to: Decimal) -> Decimal | None:
    """The index of a day; one with pollutants missing is valid only when what is there makes it a bad day."""
    outcome = compute_daily_aqi(row, rules)
    if not isinstance(outcome.value, Decimal):
        return None
    is_whole = len(outcome.parts["iaqi"]) == len(POLLUTANTS)
    return outcome.value if is_whole or outcome.value > good_up_to else None


def compute_annual_mean(rows: tuple[InputRow, ...], rules: RuleBook, pollutant: str) -> Outcome:
    """Mean and percentile of a year's valid days.

    Source: GB 3095-2012 3.10 and table 4; HJ 663-2013; GB 3095-2026 table 4 and 6.4, from 2026-03-01.
    """
    return _assess_year(rows, rules, pollutant, "mean")


def compute_annual_percentile(rows: tuple[InputRow, ...], rules: RuleBook, pollutant: str) -> Outcome:
    """The percentile of a year's valid days that is assessed in place of a mean.

    Source: HJ 663-2013 table 3 and appendix A, in force from 2013-10-01; HJ 663-2026 table 3, from 2026-03-01.
    """
    return _assess_year(rows, rules, pollutant, "percentile")


def compute_composite_index(row: InputRow, rules: RuleBook) -> Outcome:
    """The sum of concentrations over their grade II limits.

    Source: HJ 663-2013 (composite index), limits of GB 3095-2012 to 2026-02-28 and GB 3095-2026 from 2026-03-01.
    """
    edition = rules.pick("limits", row.day)
    year, day = edition.values["grade_2"]["year"], edition.values["grade_2"]["day"]
    limits = {**year, "CO": day["CO"], "O3": day["O3"]}
    amounts = _name_amounts(row, {**_HOURLY, "CO": "co_p95", "O3": "o3_p90"})
    missing = [name for name in POLLUTANTS if name not in amounts]
    if missing:
        message = f"the composite index needs all six pollutants; {', '.join(missing)} missing"
        return make_absent("P034", message, "give all six, or leave the index out")
    exact = {name: Fraction(amounts[name]) / Fraction(limits[name]) for name in POLLUTANTS}
    single = {name: round_even(value, 2) for name, value in exact.items()}
    is_each = rules.setting("composite_rounding") == "each"
    total = sum(single.values(), Decimal(0)) if is_each else round_even(sum(exact.values(), Fraction(0)), 2)
    top = max(exact.values())
    largest = [name for name in POLLUTANTS if exact[name] == top]
    return Outcome(total, {"single": single, "largest": largest, "edition": edition.name})


def _name_amounts(row: InputRow, names: Mapping[str, str]) -> dict[str, Decimal]:
    return {name: amount for name, key in names.items() if (amount := row.amount(key)) is not None}


def _state(value: Fraction, pollutant: str, day: date | None, rules: RuleBook, purpose: str) -> Decimal:
    return round_even(value, int(rules.pick("rounding", day).values[purpose][pollutant]))


def _index_ozone_hour(
    longest: Decimal | None, hour: Decimal | None, day: date | None, rules: RuleBook
) -> dict[str, Decimal]:
    """The index of ozone's largest hour where the set of 2012 takes it: by setting, or above its 8-hour table."""
    points = rules.pick("iaqi_breakpoints", day).values["day"]
    if "O3_1h" not in points or hour is None:
        return {}
    is_above = longest is not None and longest > points["O3"][-1]
    if not is_above and rules.setting("daily_o3") != "max_8h_and_1h":
        return {}
    found = compute_iaqi("O3_1h", hour, "day", day, rules)
    return {} if found is None else {"O3": found}


def _conclude(amounts: Amounts, averaging: str, day: date | None, rules: RuleBook, extra: Amounts) -> Outcome:
    """Index, primary pollutants and category from concentrations; ``extra`` are indices found otherwise."""
    indices: dict[str, Decimal] = {}
    said: list[Diagnostic] = []
    for name in POLLUTANTS:
        found = compute_iaqi(name, amounts[name], averaging, day, rules) if name in amounts else None
        both = [index for index in (found, extra.get(name)) if index is not None]
        if both:
            indices[name] = max(both)
        elif name in amounts:
            message = f"{name} of {amounts[name]} is above the table, which gives no index for it"
            said.append(make_remark("P033", message, "take the index of its other mean"))
    edition = rules.pick("iaqi_breakpoints", day)
    if not indices:
        return make_absent("P034", "no pollutant has an index", _ENOUGH, {"iaqi": {}, "edition": edition.name})
    top = max(indices.values())
    parts = _describe(top, indices, day, rules)
    missing = [name for name in POLLUTANTS if name not in indices]
    if missing and top < edition.values["incomplete_from"]:
        message = f"{', '.join(missing)} missing: by {edition.name} an incomplete index is stated only above 100"
        hint = "publish the single values and NA"
        absent = make_absent("P036", message, hint, {"iaqi": indices, "edition": edition.name})
        return Outcome(absent.value, absent.parts, (*said, *absent.diagnostics))
    return Outcome(top, parts, tuple(said))


def _describe(top: Decimal, indices: Amounts, day: date | None, rules: RuleBook) -> dict[str, Any]:
    edition = rules.pick("categories", day)
    values = edition.values
    place = next(i for i, upper in enumerate(values["upper"]) if top <= upper)
    primary = [name for name in POLLUTANTS if indices.get(name) == top] if top > values["primary_above"] else []
    return {
        "primary": primary,
        "iaqi": dict(indices),
        "category": values["names"][place],
        "is_good_day": bool(top <= values["good_up_to"]),
        "edition": edition.name,
    }


def _assess_year(rows: Sequence[InputRow], rules: RuleBook, pollutant: str, wanted: str) -> Outcome:
    is_deducting = pollutant in _DUSTY and rules.setting("dust_days") == "deduct"
    dusty = [row for row in rows if is_deducting and "dust_day" in row.flags]
    measured = [row for row in rows if row.amount(_DAILY[pollutant]) is not None and not row.is_set_aside]
    days = [row for row in measured if not (is_deducting and "dust_day" in row.flags)]
    last = max((row.day for row in rows if row.day), default=None)
    parts: dict[str, Any] = {"valid_days": len(days), "days": len(rows), "dust_days": len(dusty)}
    parts["set_aside"] = sum(row.is_set_aside for row in rows)
    if not days:
        return make_absent("P034", f"no valid day of {pollutant}", _ENOUGH, parts)
    amounts = [row.figures[_DAILY[pollutant]] for row in days]
    found = [amount for amount in amounts if isinstance(amount, Decimal)]
    percent = rules.pick("percentiles", last).values[pollutant]
    edition = rules.pick("limits", last)
    parts["mean"] = _state(average(found), pollutant, last, rules, "statistic")
    parts["percentile"] = _state(find_percentile(found, percent), pollutant, last, rules, "statistic")
    limits = edition.values["grade_2"]
    is_within = parts["percentile"] <= limits["day"][pollutant]
    parts["is_within_limit"] = bool(is_within and parts["mean"] <= limits["year"].get(pollutant, parts["mean"]))
    parts["edition"] = edition.name
    # Days of dust were measured: they count towards validity although they are deducted from the mean.
    short = _find_shortage([row.day for row in measured if row.day], last, rules)
    if not short:
        return Outcome(parts[wanted], parts)
    if rules.setting("annual_validity") == "enforce":
        return make_absent("P034", short, _ENOUGH, parts)
    return Outcome(parts[wanted], parts, (make_remark("P034", short, _ENOUGH),))


def _find_shortage(days: Sequence[date], last: date | None, rules: RuleBook) -> str:
    """Where a year has too few valid days, in words; "" where it has enough."""
    need = rules.pick("validity", last).values
    if len(days) < need["days_in_year"]:
        return f"{len(days)} valid days in the year, {need['days_in_year']} are needed"
    counts = {month: sum(day.month == month for day in days) for month in range(1, 13)}
    few = [
        f"{month}: {count}"
        for month, count in counts.items()
        if count < need["days_in_february" if month == 2 else "days_in_month"]
    ]
    return f"too few valid days in months {', '.join(few)}" if few else ""
