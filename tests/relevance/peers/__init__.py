"""Two searches that a site like this one would otherwise use, over the same records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generators.catalogue import Catalogue
from tests.relevance.answers import Answers
from tests.relevance.peers import material, pagefind

Peer = Callable[[Path, Catalogue, Sequence[str]], Answers]

PACKAGES = ("pagefind", "jieba")  # the extra `bench`

PEERS: Mapping[str, Peer] = {"pagefind": pagefind.ask, "mkdocs-material": material.ask}
