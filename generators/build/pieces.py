"""A file of the site with all that the rest of the build asks of it, found out where it is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from generators.artifacts import Artifact, Page
from generators.audit import HOME, Links
from generators.build.gate import leaks_in
from generators.build.manifest import Fingerprint
from generators.build.trees import Stamp
from generators.outputs.server_headers import inline_scripts

Again = Callable[[], bytes]
"""Makes the bytes of a file that should be there, but is not."""


class SiteFile(NamedTuple):
    """A file to be written: what tells its bytes from others, and how to come by them.

    *was* is where an earlier build has put the same bytes, if that was elsewhere; *stamp* is that
    of the file where it has been put into the next version of the site already.
    """

    path: str
    fingerprint: Fingerprint
    make: Callable[[], bytes]
    was: str = ""
    stamp: Stamp | None = None

    @property
    def data(self) -> bytes:
        """Return the bytes, made anew where an earlier build has made them."""
        return self.make()


class Piece(NamedTuple):
    """A file by its fingerprint: its links, its inline scripts, what in it must not go out.

    *data* is missing where an earlier build made it and it has not changed, *was* is its path
    then, if that was another; and where it has been put in its place, which the *stamp* tells.
    """

    path: str
    fingerprint: Fingerprint
    links: Links | None
    scripts: frozenset[str]
    leaks: tuple[str, ...]
    data: bytes | None
    was: str = ""
    stamp: Stamp | None = None

    @classmethod
    def of(cls, artifact: Artifact) -> Piece:
        """Look at a file that has just been made."""
        path, data = artifact.path, artifact.data
        return cls(
            path,
            Fingerprint.of(data),
            _links_in(artifact),
            inline_scripts(artifact),
            leaks_in(artifact),
            data,
        )

    def kept(self) -> Piece:
        """Return what is kept of it from build to build; calendars also make up the feed."""
        data = self.data if self.path.endswith(".ics") else None
        return self._replace(data=data, stamp=None)

    def file(self, make: Callable[[], bytes]) -> SiteFile:
        """Return the file; where it has no bytes at hand, *make* does."""
        data = self.data
        known = make if data is None else lambda: data
        return SiteFile(self.path, self.fingerprint, known, self.was, self.stamp)


def _links_in(artifact: Artifact) -> Links | None:
    if isinstance(artifact, Page) and artifact.path != HOME:
        return Links.of(artifact.path, artifact.own, frame=artifact.frame)
    is_page = artifact.path.endswith(".html")
    return Links.of(artifact.path, artifact.data.decode(errors="replace")) if is_page else None
