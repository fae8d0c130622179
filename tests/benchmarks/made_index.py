"""A generated project's documents, and its index with the scripts that ask it, in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generators.build.checking import check_project
from generators.build.project import read_project
from generators.build.trees import put
from generators.catalogue import Catalogue
from generators.outputs.scripts import without_comments
from generators.search.documents import Document, documents
from generators.search.shards import shards
from tests.benchmarks.many_records import write_project
from tests.samples import AS_OF, CONTENT

SCRIPTS = CONTENT.parent / "overrides" / "assets" / "search"


def made_catalogue(folder: Path, count: int) -> Catalogue:
    """Write a project of *count* records and return its catalogue."""
    write_project(folder, count)
    return read_catalogue(folder)


def read_catalogue(folder: Path) -> Catalogue:
    """Return the catalogue of a project, on the fixed day."""
    checked = check_project(read_project(folder / "mkdocs.yml"), as_of=AS_OF)
    assert checked.catalogue is not None
    return checked.catalogue


def searched(catalogue: Catalogue) -> list[Document]:
    """Return what is searched of a catalogue."""
    return list(documents(catalogue))


def write_index(found: Sequence[Document], catalogue: Catalogue, site: Path) -> None:
    """Write the files of the index as a build would."""
    for artifact in shards(found, catalogue, card=lambda document: document.title):
        put(site, artifact.path, artifact.data)


def copy_scripts(site: Path) -> None:
    """Publish the scripts that ask the index, of which the page loads every one."""
    for script in SCRIPTS.iterdir():
        plain = without_comments(script.read_text("utf-8"))
        put(site, f"assets/search/{script.name}", plain.encode())
