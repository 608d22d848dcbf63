"""The webhook: signed, in time, and to nowhere it must not go; a real receiver in a process of its own."""

import hmac
import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lantu.run.webhook import find_addresses, post_message, sign_body
from lantu.store.channels import ChannelError, HookChannel
from tests.receivers import REFUSE, posts_in, run_receiver

AT = datetime(2026, 3, 2, tzinfo=UTC)
SECRET = "s3cret"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("posts")


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    with run_receiver("hook", folder) as number:
        yield number


@pytest.fixture(autouse=True)
def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def post(port: int, *, may_be_private: bool = True, seconds: float = 5, path: str = "/in?x=1") -> None:
    channel = HookChannel(f"http://127.0.0.1:{port}{path}", SECRET, may_be_private)
    post_message(channel, {"title": "催办", "key": "k1"}, "k1", AT, seconds)


def test_what_arrives_is_signed_and_carries_its_key(port: int, folder: Path) -> None:
    post(port)
    [got] = posts_in(folder)
    assert (got["idempotency-key"], got["path"]) == ("k1", "/in?x=1")
    assert json.loads(got["body"])["title"] == "催办"
    moment, mac = (part.partition("=")[2] for part in got["lantu-signature"].split(","))
    expected = hmac.new(SECRET.encode(), f"{moment}.{got['body']}".encode(), "sha256").hexdigest()
    assert (moment, mac) == (str(int(AT.timestamp())), expected)
    assert sign_body("other", int(AT.timestamp()), got["body"].encode()) != got["lantu-signature"]


@pytest.mark.parametrize("status", ["500", "404", "302"])
def test_any_answer_but_taken_is_an_error_and_no_redirect_is_followed(port: int, folder: Path, status: str) -> None:
    (folder / REFUSE).write_text(status)
    with pytest.raises(ChannelError, match=status):
        post(port)


def test_a_slow_receiver_is_cut_off(port: int, folder: Path) -> None:
    (folder / REFUSE).write_text("slow")
    with pytest.raises(ChannelError):
        post(port, seconds=0.3)


def test_nobody_there() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        with pytest.raises(ChannelError, match="Refused"):
            post(held.getsockname()[1])


def test_this_machine_is_refused_unless_a_setting_allows_it(port: int, folder: Path) -> None:
    with pytest.raises(ChannelError, match="not public"):
        post(port, may_be_private=False)
    assert posts_in(folder) == []


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "localhost", "2130706433"],
)  # fmt: skip
def test_addresses_that_are_not_public(host: str) -> None:
    with pytest.raises((ChannelError, OSError)):
        find_addresses(host, 80, may_be_private=False)


def test_a_public_address_is_allowed_and_other_schemes_are_not() -> None:
    assert find_addresses("114.114.114.114", 443, may_be_private=False) == ["114.114.114.114"]
    for url in ("file:///etc/passwd", "ftp://example.org/", "http://", "nonsense"):
        with pytest.raises(ChannelError):
            post_message(HookChannel(url, SECRET, True), {}, "k", AT, 1)
