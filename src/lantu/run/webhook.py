"""Posts a message to the webhook: signed JSON, within a time, to no address of this machine or a private network unless allowed.

In: the channel, a body, a key. Out: nothing, or ChannelError with the reason. The signature is HMAC-SHA256 over the moment, a dot and
the body, so that neither can be changed nor an old message be sent again. Redirects are not followed: they would lead
past the check of the address. Left out on purpose: proxies, for the same reason.
"""

import hashlib
import hmac
import http.client
import ipaddress
import json
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from urllib.parse import urlsplit

from lantu.store.channels import ChannelError, HookChannel

PORTS = {"http": 80, "https": 443}


def sign_body(secret: str, moment: int, body: bytes) -> str:
    """The signature's header: t=<seconds since 1970>,v1=<hexadecimal>."""
    mac = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256)
    return f"t={moment},v1={mac.hexdigest()}"


def post_message(channel: HookChannel, said: Mapping[str, object], key: str, at: datetime, seconds: float) -> None:
    """Post what is said; an answer of 2xx means that it was taken.

    Raises:
        ChannelError: If the address is refused, nobody answers in time, or the answer is another.
    """
    parts = urlsplit(channel.url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ChannelError(f"{parts.scheme or 'no scheme'}: a webhook is http:// or https://")
    body = json.dumps(said, ensure_ascii=False, sort_keys=True).encode()
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": key,
        "Lantu-Signature": sign_body(channel.secret, int(at.timestamp()), body),
        "User-Agent": "Lantu",
    }
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    try:
        link = _connect(parts.scheme, parts.hostname, parts.port, seconds, may_be_private=channel.may_be_private)
        # Each read has its own time; this ends a server that answers one character at a time.
        end = threading.Timer(seconds, _cut, [link])
        end.start()
        try:
            link.request("POST", target, body, headers)
            status = link.getresponse().status
        finally:
            end.cancel()
            link.close()
    except ChannelError:
        raise
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ChannelError(f"{type(error).__name__}: {error}"[:500]) from error
    if not 200 <= status < 300:
        raise ChannelError(f"the webhook answered {status}")


def find_addresses(host: str, port: int, *, may_be_private: bool) -> list[str]:
    """Addresses of a host.

    Raises:
        ChannelError: If one of them is of this machine, of a private network, or otherwise not public.
    """
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not may_be_private:
        for text in found:
            address = ipaddress.ip_address(text.partition("%")[0])
            if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
                address = address.ipv4_mapped
            if not address.is_global or address.is_multicast:
                raise ChannelError(f"{host} is {address}, which is not public; LANTU_HOOK_PRIVATE=1 would allow it")
    return list(dict.fromkeys(found))


def _connect(
    scheme: str, host: str, port: int | None, seconds: float, *, may_be_private: bool
) -> http.client.HTTPConnection:
    """A connection to an address that was looked at: not to the name, which might mean another one a moment later."""
    port = port or PORTS[scheme]
    kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
    link = kinds[scheme](host, port, timeout=seconds)
    wrong: OSError | None = None
    for address in find_addresses(host, port, may_be_private=may_be_private):
        try:
            link.sock = socket.create_connection((address, port), seconds)
            break
        except OSError as error:
            wrong = error
    if link.sock is None:
        raise ChannelError(f"{type(wrong).__name__}: {wrong}")
    if scheme == "https":
        link.sock = ssl.create_default_context().wrap_socket(link.sock, server_hostname=host)
    return link


def _cut(link: http.client.HTTPConnection) -> None:
    with suppress(OSError):  # it ended by itself a moment ago
        if link.sock is not None:
            link.sock.shutdown(socket.SHUT_RDWR)
