"""The index of the search, brought up to date with the documents that changed."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from generators.artifacts import Artifact
from generators.build.digests import digest
from generators.build.gate import leaks_in
from generators.build.kept_values import Kind, Values
from generators.build.manifest import Fingerprint
from generators.build.packed import Packed
from generators.build.pieces import Again, Piece
from generators.build.presses import Press
from generators.build.rendering import MANY, PARTS
from generators.build.store import Store, Tally
from generators.build.workers import beside
from generators.memory import give_back
from generators.outputs.search_page import Searched, searched_pages, searched_record
from generators.search.documents import Document, in_order
from generators.search.shards import index_files

if TYPE_CHECKING:
    from generators.search.terms import Filed, Terms

_DIGEST = 32  # bytes of SHA-256
# The terms are some megabytes. Those of a few edits are found out again in no time.
_EDITS = 16
# As objects they take three times as much memory, and a build needs each but for a moment.
_RECORDS = Kind("searched", searched_record, pickle.dumps, take=pickle.loads)


@contextmanager
def index_of(
    values: Values, press: Press | None
) -> Iterator[Callable[[], Iterator[tuple[Piece, Again]]]]:
    """Yield what yields the files of the index, and how to make them again.

    They are made in a process beside this one, which puts them to the *press* if there is one:
    they take half as long as the rest, and that process takes its memory with it. Where the build
    before has left its values in memory, this process uses them.
    """
    store = values.store
    if store.folder is None or store.has(PARTS.stage):
        yield lambda: ((piece, bytes) for piece in _index_pieces(values, _paths(values)))
        return
    # Whatever looks at all records does so in this process: the other would copy half of them.
    values.prepare()
    paths = _paths(values)
    give_back()
    with beside(partial(_pressed, values, paths, press), work=len(paths)) as result:
        yield partial(_returned, result, values)


def _paths(values: Values) -> list[str]:
    return [entry.path for entry in in_order(values.publication.catalogue)]


def _pressed(
    values: Values, paths: list[str], press: Press | None
) -> tuple[Sequence[Piece], Tally]:
    """Return the files of the index, and what became of kept values; a press has their bytes."""
    store = values.store.afresh()
    found = _index_pieces(values.kept_in(store), paths)
    pieces = map(press.printed, found) if press else found
    return Packed(pieces) if len(paths) >= MANY else list(pieces), store.tally()


def _returned(
    result: Callable[[], tuple[Sequence[Piece], Tally]], values: Values
) -> Iterator[tuple[Piece, Again]]:
    pieces, tally = result()
    values.store.count(tally)
    again = _Again(values)
    for piece in pieces:
        yield piece, partial(again, piece.path)


@dataclass(frozen=True)
class _Again:
    """Makes files of the index again, all at once: one of them has been tampered with."""

    values: Values

    def __call__(self, path: str) -> bytes:
        return self._files[path]

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        values = self.values.kept_in(self.values.store.afresh())
        made = _index_pieces(values, _paths(values))
        return {piece.path: piece.data or b"" for piece in made}


def _index_pieces(values: Values, paths: Sequence[str]) -> Iterator[Piece]:
    """Yield the files of the index of records and pages, with their bytes."""
    publication, store = values.publication, values.store
    documents, shown = _divided(
        chain(values.of(_RECORDS, paths), searched_pages(publication)), len(paths)
    )
    if len(paths) >= MANY:
        values.forget()
        give_back()
    memory = _Memory(store)
    files = index_files(
        documents,
        publication.catalogue,
        filed=_terms(documents, store),
        shown=shown,
        remember=memory,
    )
    yield from _looked_at(files, store)
    memory.save()


def _divided(found: Iterable[Searched], count: int) -> tuple[Sequence[Document], Iterable[bytes]]:
    """Return about so many documents and how each is shown, packed where they are many."""
    documents: Packed[Document] | list[Document] = Packed() if count >= MANY else []
    shown: Packed[bytes] | list[bytes] = Packed() if count >= MANY else []
    for one in found:
        documents.append(one.document)
        shown.append(one.shown)
    return documents, shown


def _terms(documents: Sequence[Document], store: Store) -> Filed:
    """Return the terms of all documents, from those of the build before where few changed."""
    from generators.search.terms import terms_of  # with numpy, which only a build needs

    shelf = store.shelf("terms")
    known: Terms | None = kept[1] if (kept := shelf.get("")) else None
    terms = terms_of(documents, known)
    if terms is known:
        return terms.filed
    if is_worth_it := not 0 < terms.edits < _EDITS:
        terms = replace(terms, edits=0)
    shelf.put("", b"", terms)
    if is_worth_it:
        shelf.save([""])
    store.leave("terms")
    filed = terms.filed
    del known, kept, terms  # and with them all rows, which are in the shards
    give_back()
    return filed


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
    shelf = store.shelf("index files")
    before: Mapping[str, bytes] = kept[1] if (kept := shelf.get("")) else {}
    after: dict[str, bytes] = {}  # no tuples, among which the collector would look for cycles
    for file in files:
        name, fingerprint = _name(file.path), Fingerprint.of(file.data)
        known = before.get(name, b"")
        was = known[_DIGEST:].decode() if known.startswith(fingerprint.sha256) else ""
        leaks = () if was else leaks_in(file)
        if not leaks:
            after[name] = fingerprint.sha256 + file.path.encode()
        yield Piece(file.path, fingerprint, None, frozenset(), leaks, file.data, was)
    if after != before:
        shelf.put("", b"", after)
        shelf.save([""])


def _name(path: str) -> str:
    """Return what a file is called below its folder, which has another name every time."""
    return path.split("/", 2)[-1]
