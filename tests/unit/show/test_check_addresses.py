"""One address for a set of plans, whichever order they are named in."""

from lantu.show.check_addresses import base_query, link_check, link_scope
from lantu.show.finding_lines import Filters


def test_the_plan_comes_first_and_the_others_in_order() -> None:
    assert link_check(3, [3]) == "/plan/3/check"
    assert link_check(3, [9, 1, 3]) == "/plan/3/check?with=1%2C9"
    assert link_scope(3, "1+3+9") == link_check(3, [1, 9])
    assert base_query([3, 1, 9]) == {"with": "1,9"}


def test_filters_are_kept_but_for_what_changes() -> None:
    filters = Filters(severity="error", state="open")
    assert link_check(3, [3], filters, state="") == "/plan/3/check?severity=error"
