"""The index of the search, brought up to date with the documents that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor

from generators.artifacts import Artifact
from generators.build.digests import digest
from generators.build.gate import leaks_in
from generators.build.kept_values import Kind, Values
from generators.build.manifest import Fingerprint
from generators.build.pieces import Piece
from generators.build.store import Store
from generators.build.workers import workers
from generators.outputs import Publication
from generators.outputs.search_page import searched_pages, searched_record
from generators.search.documents import Document, in_order
from generators.search.postings import gathered
from generators.search.regathering import few_changed, regathered
from generators.search.shards import index_files

_RECORDS = Kind("searched", searched_record, lambda searched: searched)


def index_pieces(
    publication: Publication, values: Values, store: Store, executor: Executor | None
) -> Iterator[Piece]:
    """Yield the files of the index, with their bytes."""
    paths = [entry.path for entry in in_order(publication.catalogue)]
    found = [*values.of(_RECORDS, paths), *searched_pages(publication)]
    documents = [searched.document for searched in found]
    memory = _Memory(store)
    files = index_files(
        documents,
        publication.catalogue,
        postings=_postings(documents, store, executor),
        shown=[searched.shown for searched in found],
        texts=[searched.text for searched in found],
        remember=memory,
    )
    yield from _looked_at(files, store)
    memory.save()


def _postings(
    documents: Sequence[Document], store: Store, executor: Executor | None
) -> Mapping[str, str]:
    """Return the postings of all documents, from those of the build before where few changed."""
    shelf = store.shelf("postings")
    before: Sequence[Document]
    known: Mapping[str, str]
    before, known = kept[1] if (kept := shelf.get("")) else ((), {})
    if before == documents:
        return known
    if few_changed(before, documents):
        postings = regathered(known, before, documents)
    else:
        with workers(len(documents), executor) as processes:
            postings = gathered(documents, workers=processes)
    shelf.put("", b"", (documents, postings))
    shelf.save([""])
    return postings


class _Memory:
    """Remembers files by what they were made of."""

    def __init__(self, store: Store) -> None:
        self._shelf = store.shelf("index constants")

    def __call__(self, name: str, given: bytes, make: Callable[[], bytes]) -> bytes:
        key = digest(given)
        kept = self._shelf.get(name)
        if kept and kept[0] == key:
            return bytes(kept[1])
        data = make()
        self._shelf.put(name, key, data)
        return data

    def save(self) -> None:
        """Keep what was remembered for the next build."""
        self._shelf.save()


def _looked_at(files: Iterator[Artifact], store: Store) -> Iterator[Piece]:
    """Look at files that are no pages; of those that held nothing amiss before, not again."""
    shelf, names = store.shelf("index files"), set[str]()
    for file in files:
        name, fingerprint = _name(file.path), Fingerprint.of(file.data)
        kept = shelf.get(name)
        was = str(kept[1]) if kept and kept[0] == fingerprint.sha256 else ""
        leaks = () if was else leaks_in(file)
        if not leaks:
            names.add(name)
            if was != file.path:
                shelf.put(name, fingerprint.sha256, file.path)
        yield Piece(file.path, fingerprint, None, frozenset(), leaks, file.data, was)
    shelf.save(names)


def _name(path: str) -> str:
    """Return what a file is called below its folder, which has another name every time."""
    return path.split("/", 2)[-1]
