"""What `show` lends to the arrows when Django starts.

In: nothing. Out: a press for reports. Left out on purpose: loading it before somebody
prints; its libraries take a second.
"""

from typing import Any

from django.apps import AppConfig


class ShowConfig(AppConfig):
    """Pages, API and reports."""

    name = "lantu.show"

    def ready(self) -> None:
        """Lend the press."""
        from lantu.run.presses import lend_press

        lend_press(LatePress())


class LatePress:
    """The press, imported when it is first used."""

    def __getattr__(self, name: str) -> Any:
        from lantu.show.reports.press import OfficialPress

        return getattr(OfficialPress(), name)
