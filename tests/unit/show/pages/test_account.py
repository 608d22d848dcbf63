"""我的账号."""

from django.test import Client

from tests.unit.show.city import City

OLD, NEW = "a-long-password-1", "blue-heron-rests-9"


def test_roles_and_rules_are_shown(city: City, planner: Client) -> None:
    text = planner.get("/account").text
    assert "管理员 · 示例市 · 所有部门" in text
    assert "30 分钟不用就自动退出；连续输错 5 次口令，锁定 15 分钟。" in text


def test_a_password_is_changed_with_the_rules_said(planner: Client) -> None:
    for typed, words in (
        ({"old": "wrong", "new": NEW, "again": NEW}, "原口令不对。"),
        ({"old": OLD, "new": NEW, "again": "other"}, "两次输入的新口令不一样。"),
        ({"old": OLD, "new": "short", "again": "short"}, "field-error"),
    ):
        answer = planner.post("/account/password", typed)
        assert answer.status_code == 422
        assert words in answer.text
    assert planner.post("/account/password", {"old": OLD, "new": NEW, "again": NEW}).status_code == 302
    assert planner.get("/account").status_code == 200


def test_signing_out_everywhere_means_here_too(planner: Client) -> None:
    assert planner.post("/account/sessions/end")["Location"] == "/sign-in"
    assert planner.get("/account").status_code == 302
