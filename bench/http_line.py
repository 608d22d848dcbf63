"""A client that costs little, so that a bench on one machine measures the server: one kept connection, bytes in and bytes out.

In: a port and requests as bytes. Out: status and how long the whole answer took. Left out on purpose: reading what the answer
says, chunked answers, and anything but HTTP/1.1 with a length.
"""

import socket
import time

AT_ONCE = 1 << 18


class Line:
    """One connection, opened again where the server closed it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._socket: socket.socket | None = None

    def ask(self, path: str, *more: str) -> tuple[int, float, bytes]:
        """Status, seconds until the last byte, and the answer with its head.

        Args:
            path: With its question.
            more: Lines of the head, such as `Cookie: a=b`.
        """
        lines = (f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Accept-Encoding: gzip", *more, "", "")
        said = "\r\n".join(lines).encode()
        start = time.perf_counter()
        answer = self._send(said)
        return int(answer[9:12]), time.perf_counter() - start, answer

    def close(self) -> None:
        """Give the connection back."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _send(self, said: bytes) -> bytes:
        was_open = self._socket is not None
        try:
            return self._exchange(said)
        except ConnectionError:
            self.close()
            if not was_open:
                raise
            return self._exchange(said)

    def _exchange(self, said: bytes) -> bytes:
        if self._socket is None:
            self._socket = socket.create_connection(("127.0.0.1", self.port), timeout=60)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.sendall(said)
        got = bytearray()
        while (end := got.find(b"\r\n\r\n")) < 0:
            got += self._take()
        length = _read_length(bytes(got[:end]).lower())
        while len(got) < end + 4 + length:
            got += self._take()
        return bytes(got)

    def _take(self) -> bytes:
        if self._socket is None:
            raise ConnectionError("closed")
        some = self._socket.recv(AT_ONCE)
        if not some:
            raise ConnectionError("the server closed the line")
        return some


def _read_length(head: bytes) -> int:
    before, found, after = head.partition(b"\r\ncontent-length:")
    if not found:
        raise ValueError(f"an answer without its length: {before[:200]!r}")
    return int(after.split(b"\r\n", 1)[0])
