"""Files of a site put into its next version where they are made, whatever process makes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generators.build.manifest import Fingerprint
from generators.build.pieces import Piece
from generators.build.trees import put


@dataclass(frozen=True, slots=True)
class Press:
    """Puts files into *tree*, but for those that the site has *there* already.

    Nothing in the tree is published before the writer takes it over, by the stamps of the pieces.
    """

    tree: Path
    there: Mapping[str, Fingerprint]

    def printed(self, piece: Piece) -> Piece:
        """Put the file of a piece in its place, unless it must not go out; return it without."""
        if piece.leaks or piece.data is None:
            return piece
        if self.there.get(piece.was or piece.path) == piece.fingerprint:
            return piece.kept()
        return piece.kept()._replace(stamp=put(self.tree, piece.path, piece.data))
