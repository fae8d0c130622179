"""The files of the browser's index."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generators.catalogue import Catalogue
from generators.search.documents import Document
from generators.search.shards import shards
from tests.search.samples import document


def _files(documents: Sequence[Document], catalogue: Catalogue) -> dict[str, bytes]:
    """Return the files of the index by their path in their folders, and the manifest."""
    *files, manifest = shards(documents, catalogue, card=lambda one: one.title)
    return {file.path.split("/", 2)[2]: file.data for file in files} | {"": manifest.data}


def test_files_are_the_same_for_the_same_documents(
    catalogue: Catalogue, found: Sequence[Document]
) -> None:
    """The index is a function of its documents, and its folder of its bytes."""
    first, again, fewer = (_files(some, catalogue) for some in (found, list(found), found[:-1]))
    assert first == again
    assert json.loads(first[""])["version"] != json.loads(fewer[""])["version"]


def test_manifest_counts_documents_and_shards(
    catalogue: Catalogue, found: Sequence[Document]
) -> None:
    """The manifest says how many files there are, and a factor for every document."""
    files = _files(found, catalogue)
    manifest = json.loads(files[""])
    names = [name.partition("/")[0] for name in files]
    assert manifest["documents"] == names.count("documents") == len(found)
    assert manifest["shards"] == names.count("terms")
    assert sum(count for _, count in manifest["factors"]) == len(found)


def test_links_are_numbers_of_documents(catalogue: Catalogue) -> None:
    """A browser is told which documents one is linked with, where it has them."""
    linked = document("linked", links=("faqs/other/", "faqs/gone/"))
    files = _files([document("other"), linked], catalogue)
    shown = [json.loads(files[f"documents/{number}.json"]) for number in (0, 1)]
    assert [one.get("links") for one in shown] == [None, [0]]


def test_traditional_documents_are_marked(catalogue: Catalogue) -> None:
    """A document tells whether it has traditional characters anywhere."""
    texts = (("书店", "创业"), ("書店", "创业"), ("书店", "創业"))
    files = _files([document("a", *text) for text in texts], catalogue)
    shown = [json.loads(files[f"documents/{number}.json"]) for number in range(3)]
    assert ["traditional" in one for one in shown] == [False, True, True]


def test_no_documents_make_an_index(catalogue: Catalogue) -> None:
    """A site without records has an index that finds nothing."""
    files = _files([], catalogue)
    assert json.loads(files["terms/0.json"]) == {}
    assert json.loads(files[""])["documents"] == 0
