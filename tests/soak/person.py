"""A reporter or a reviewer, as a process of its own: fills sheets, or takes their steps, over HTTP, until told to stop.

In: who (reporter or reviewer), the address, the pair's tokens and sheets as JSON, the ledger's path, the moment to stop. Out: a line in the
ledger for each write that was answered. A write that was not answered is sent again with the same key, as a program would.
"""

import http.client
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

PATIENCE_S = 90


class Person:
    """Sends writes until they are answered."""

    def __init__(self, host: str, secret: str, ledger: Path, until: float) -> None:
        self.host, self.secret, self.until = host, secret, until
        # One write of one line each: lines of several processes do not mix.
        self._ledger = os.open(ledger, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def ask(self, way: str, address: str, body: Any = None, key: str = "") -> tuple[int, Any]:
        """The answer; asks again while nobody answers."""
        begun = time.monotonic()
        while True:
            try:
                return self._send(way, address, body, key)
            except (OSError, http.client.HTTPException, ValueError):
                if time.monotonic() - begun > PATIENCE_S:
                    raise
                time.sleep(0.1)

    def _send(self, way: str, address: str, body: Any, key: str) -> tuple[int, Any]:
        connection = http.client.HTTPConnection(self.host, timeout=20)
        headers = {
            "Authorization": f"Bearer {self.secret}",
            "Content-Type": "application/json",
            "Idempotency-Key": key or "none-needed",
        }
        try:
            connection.request(way, f"/api/v1/{address}", json.dumps(body) if body is not None else None, headers)
            answer = connection.getresponse()
            status, told = answer.status, json.loads(answer.read())
        finally:
            connection.close()
        if status >= 500:
            raise OSError(f"{status}")
        return status, told

    def note(self, **said: Any) -> None:
        """Into the ledger: this was answered."""
        os.write(self._ledger, f"{json.dumps(said)}\n".encode())

    def step(self, sheet: int, step: str) -> bool:
        """One step; whether it was answered with yes."""
        status, _ = self.ask("POST", f"sheets/{sheet}/steps", {"step": step}, f"step-{sheet}-{step}")
        if status == 200:
            self.note(sheet=sheet, step=step)
        return status == 200

    def is_over(self) -> bool:
        return time.time() > self.until


def report(person: Person, pair: Any) -> None:
    """Type three figures twice, and submit, sheet after sheet."""
    for sheet, tasks in pair["sheets"]:
        for turn in (1, 2):
            if person.is_over():
                return
            # No two writes have a value in common, so that a lost or doubled one shows.
            typed = [[task, str(1_000_000 + task * 10 + turn)] for task in tasks]
            body = {"answers": [{"task": task, "value": value, "override_reason": "soak"} for task, value in typed]}
            status, _ = person.ask("POST", f"sheets/{sheet}/answers", body, f"type-{sheet}-{turn}")
            if status != 200:
                raise SystemExit(f"answers of sheet {sheet}: {status}")
            person.note(typed=typed)
        if not person.step(sheet, "submit"):
            raise SystemExit(f"sheet {sheet} was not submitted")


def review(person: Person, planner: Person, pair: Any) -> None:
    """Review and accept what was submitted."""
    for sheet, _ in pair["sheets"]:
        while True:
            if person.is_over():
                return
            status, told = person.ask("GET", f"sheets/{sheet}")
            if status == 200 and told["state"] == "submitted":
                break
            time.sleep(0.2)
        if not person.step(sheet, "review") or not planner.step(sheet, "accept"):
            raise SystemExit(f"sheet {sheet} was not accepted")


def main() -> None:
    """One person."""
    who, host, pair_path, ledger, until = sys.argv[1:]
    pair = json.loads(Path(pair_path).read_text("utf-8"))
    person = Person(host, pair[who], Path(ledger), float(until))
    if who == "reporter":
        report(person, pair)
    else:
        review(person, Person(host, pair["planner"], Path(ledger), float(until)), pair)


if __name__ == "__main__":
    main()
