"""What the tests of search share: the project's documents, their library and their index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generators.catalogue import Catalogue
from generators.search.answers import Library, library
from generators.search.documents import Document, documents
from tests.search.samples import write_index


@pytest.fixture(scope="session")
def found(catalogue: Catalogue) -> Sequence[Document]:
    """Return the documents of the project's own records."""
    return list(documents(catalogue))


@pytest.fixture(scope="session")
def shelves(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Open the project's own records as the terminal does."""
    with library(catalogue, cache=tmp_path_factory.mktemp("cache")) as opened:
        yield opened


@pytest.fixture(scope="session")
def published(
    catalogue: Catalogue, found: Sequence[Document], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return a folder with the index of the project's own records as a browser finds it."""
    return write_index(tmp_path_factory.mktemp("published"), found, catalogue)
