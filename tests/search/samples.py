"""Small documents, libraries of them, and their index as a browser finds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from generators.catalogue import Catalogue
from generators.search.answers import Library
from generators.search.documents import Document
from generators.search.index import opened
from generators.search.lexicon import Lexicon
from generators.search.shards import shards

_PLAIN = Document("", "faqs", "问答", "", "", "", (), "", "", {})


def document(name: str, title: str = "", text: str = "", **changes: object) -> Document:
    """Return a question of a name, that says no more than it is told."""
    kind = str(changes.get("kind", _PLAIN.kind))
    said = replace(_PLAIN, path=f"{kind}/{name}/", title=title, text=text)
    return replace(said, **changes)  # type: ignore[arg-type]


@contextmanager
def shelf(folder: Path, *documents: Document, words: Lexicon | None = None) -> Iterator[Library]:
    """Open documents for questions, with an index in a folder."""
    with opened(documents, folder) as reader:
        yield Library(documents, words or Lexicon(), reader)


def write_index(folder: Path, documents: Sequence[Document], catalogue: Catalogue) -> Path:
    """Write the index of documents into a folder as the site has it; return the folder."""
    for artifact in shards(documents, catalogue, card=lambda document: document.title):
        file = folder / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.data)
    return folder
