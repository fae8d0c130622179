"""What the browsers are to know: which version is shown, and what is wrong with the next one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from threading import Condition


@dataclass(frozen=True, slots=True)
class Showing:
    """The state of the server at one moment.

    *version* tells one site from the next, empty while there is none; that of an *early* one, of
    which only pages are to be had, is named by the site that *settles* it. Where the last edit
    was refused *refusal* says why, and *findings* are the items of a list in HTML.
    """

    version: str = ""
    is_building: bool = False
    is_early: bool = False
    settles: str = ""
    refusal: str = ""
    findings: str = ""

    def as_json(self) -> str:
        """Write it for the page's script."""
        return json.dumps(asdict(self), ensure_ascii=False)


Fresh = Callable[[str], bytes | None]
"""Returns a page that is newer than the one of its name in the site, if it can."""


def no_page(_: str) -> None:
    """Have no newer page than the site's."""


class Board:
    """Holds what is to be known, and wakes those who wait for news."""

    def __init__(self) -> None:
        self._news = Condition()
        self._state: tuple[Showing, Fresh] = (Showing(), no_page)
        self._number = 0

    @property
    def showing(self) -> Showing:
        """Return the state now."""
        return self._state[0]

    @property
    def state(self) -> tuple[Showing, Fresh]:
        """Return the state now, with the pages that go with it."""
        return self._state

    def put(self, showing: Showing, fresh: Fresh = no_page) -> None:
        """Replace the state."""
        with self._news:
            self._state = (showing, fresh)
            self._number += 1
            self._news.notify_all()

    def after(self, number: int, *, timeout: float) -> tuple[int, Showing]:
        """Return the state and its number as soon as it is not *number*, or after *timeout*."""
        with self._news:
            self._news.wait_for(lambda: self._number != number, timeout)
            return self._number, self.showing
