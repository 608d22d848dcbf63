"""A mail server and an HTTP receiver, each in a process of its own: they keep what they get in a folder, and refuse on demand.

In: a kind and a folder, as a program; or as fixtures' helper. Out: one file a message: a mail as it came, or the headers and body of a
request as JSON. A file named "refuse" in the folder makes them refuse, with the words or the number it holds.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import default
from pathlib import Path

REFUSE = "refuse"


@contextmanager
def run_receiver(kind: str, folder: Path, port: int = 0) -> Iterator[int]:
    """Run one on a free port, or on a port known before; it is there when its port is told."""
    folder.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, __file__, kind, str(folder), str(port)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(timeout=10)
        process.stdout.close()


def mails_in(folder: Path) -> list[Message]:
    """The mails that came, in order."""
    return [message_from_bytes(p.read_bytes(), policy=default) for p in sorted(folder.glob("*.eml"))]


def posts_in(folder: Path) -> list[dict[str, str]]:
    """The requests that came, in order: headers in lower case, and the body."""
    return [json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json"))]


def _next_path(folder: Path, ending: str) -> Path:
    return folder / f"{len(list(folder.glob('*.*'))):04}{ending}"


def _refusal(folder: Path) -> str:
    path = folder / REFUSE
    return path.read_text("utf-8") if path.exists() else ""


def serve_mail(folder: Path, port: int) -> None:
    """Until the process is ended."""
    import asyncio

    from aiosmtpd.smtp import SMTP

    class Keeper:
        async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - aiosmtpd calls it so
            if words := _refusal(folder):
                return words
            _next_path(folder, ".eml").write_bytes(envelope.content)
            return "250 OK"

    async def serve() -> None:
        server = await asyncio.get_running_loop().create_server(lambda: SMTP(Keeper()), "127.0.0.1", port)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(serve())


def serve_posts(folder: Path, port: int) -> None:
    """Until the process is ended."""
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            refusal = _refusal(folder)
            if refusal == "slow":
                time.sleep(3)
            said = {**{name.lower(): text for name, text in self.headers.items()}, "body": body, "path": self.path}
            if not refusal:
                _next_path(folder, ".json").write_text(json.dumps(said), "utf-8")
            self.send_response(int(refusal) if refusal.isdecimal() else 204)
            if refusal == "302":
                self.send_header("Location", "http://127.0.0.1:1/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the folder tells."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    {"mail": serve_mail, "hook": serve_posts}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
