"""What the browsers are to know: which version is shown, and what is wrong with the next one."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from threading import Condition


@dataclass(frozen=True, slots=True)
class Showing:
    """The state of the server at one moment.

    *version* tells one site from the next, empty while there is none. Where the last edit was
    refused *refusal* says why, and *findings* are the items of a list in HTML.
    """

    version: str = ""
    is_building: bool = False
    refusal: str = ""
    findings: str = ""

    def as_json(self) -> str:
        """Write it for the page's script."""
        return json.dumps(asdict(self), ensure_ascii=False)


class Board:
    """Holds what is to be known, and wakes those who wait for news."""

    def __init__(self) -> None:
        self._news = Condition()
        self._showing = Showing()
        self._number = 0

    @property
    def showing(self) -> Showing:
        """Return the state now."""
        return self._showing

    def put(self, showing: Showing) -> None:
        """Replace the state."""
        with self._news:
            self._showing = showing
            self._number += 1
            self._news.notify_all()

    def after(self, number: int, *, timeout: float) -> tuple[int, Showing]:
        """Return the state and its number as soon as it is not *number*, or after *timeout*."""
        with self._news:
            self._news.wait_for(lambda: self._number != number, timeout)
            return self._number, self._showing
