"""A page of the host generator cut at its marks, into which records are stamped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# The host renders pages whose title, description, address and body are these marks.
_MARK = re.compile(r"%%catalogue:([a-z]+)%%")
MARKS = ("title", "description", "path", "meta", "body")


@dataclass(frozen=True, slots=True)
class Frame:
    """HTML cut at its marks: literals and mark names in turn, beginning with a literal."""

    pieces: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Frame:
        """Cut a page; raise ValueError where a mark is missing or unknown."""
        pieces = tuple(_MARK.split(html))
        if found := set(MARKS) ^ set(pieces[1::2]):
            raise ValueError(f"frame without or with unknown marks: {sorted(found)}")
        return cls(pieces)

    @property
    def html(self) -> str:
        """Return what every page of this frame has."""
        return "".join(self.pieces[::2])

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the page with each mark replaced; *values* must be HTML already."""
        return "".join(
            values[piece] if place % 2 else piece for place, piece in enumerate(self.pieces)
        )
