"""Files to publish: a path below the site and its bytes; pages know what is their own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Artifact:
    """One published file; *path* is relative, with forward slashes."""

    path: str
    data: bytes

    @classmethod
    def of_text(cls, path: str, text: str) -> Artifact:
        """Make an artifact of *text* in UTF-8."""
        return cls(path, text.encode())


@dataclass(frozen=True, slots=True)
class Page(Artifact):
    """A page that was stamped into a frame: the HTML it has of its own, and that of the frame.

    Whoever looks through many pages need look through their frame once.
    """

    own: str
    frame: str
