"""What documents say: their postings and shards, brought up to date where few have changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from generators.memory import give_back
from generators.search.documents import Document
from generators.search.filing import said_as_one
from generators.search.gathering import frequent_pairs, gathered, gathered_anew
from generators.search.hashing import fnv1a_of
from generators.search.long_terms import Frequent
from generators.search.postings import Postings
from generators.search.sharding import Shards, resharded, sharded

# Where more than this share of the documents is new, starting anew is as fast.
_FEW = 0.1
_DIGEST = 16  # bytes


@dataclass(frozen=True, slots=True)
class Terms:
    """The postings of documents and their shards; *told* tells documents from others.

    *titles* are the hashes of what they are called, *frequent* the pairs after which terms are
    longer, *edits* how many documents have changed since all shards were made.
    """

    told: tuple[bytes, ...]
    titles: tuple[int, ...]
    postings: Postings
    frequent: Frequent
    shards: Shards
    edits: int = 0

    @property
    def filed(self) -> Filed:
        """Return what the files of an index are made of, which is much less."""
        return Filed(self.postings.terms, self.frequent, self.shards)


@dataclass(frozen=True, slots=True)
class Filed:
    """The terms that some document has, which pairs are frequent, and the shards with all rows."""

    terms: tuple[str, ...]
    frequent: Frequent
    shards: Shards


def terms_of(documents: Sequence[Document], known: Terms | None = None) -> Terms:
    """Return the terms of documents; *known* may be those of documents that were much the same."""
    told = tuple(map(_told, documents))
    if known is None:
        return _anew(told, documents)
    if known.told == told:
        return known
    numbers = {digest: number for number, digest in enumerate(told)}
    moved = np.array([numbers.get(digest, -1) for digest in known.told], np.int64)
    fresh = {n: documents[n] for n in sorted({*range(len(told))} - {*moved.tolist()})}
    if len(fresh) > _FEW * len(told):
        return _anew(told, documents)
    return _updated(known, told, moved, fresh) or _anew(told, documents)


def _told(document: Document) -> bytes:
    """Return a digest of all of a document that is filed."""
    names = "\0".join((document.kind, document.path, document.title, *document.aliases))
    said = f"{names}\0\0{document.keywords}\0{document.text}"
    return hashlib.blake2b(said.encode(), digest_size=_DIGEST).digest()


def _anew(told: tuple[bytes, ...], documents: Sequence[Document]) -> Terms:
    postings, frequent = gathered_anew(documents)
    give_back()
    titles = _titles(documents)
    return Terms(told, titles, postings, frequent, sharded(postings, titles))


def _updated(
    known: Terms,
    told: tuple[bytes, ...],
    moved: NDArray[np.int64],
    fresh: Mapping[int, Document],
) -> Terms | None:
    """Return the terms where known documents have *moved*, by number, and others are *fresh*.

    Nothing where other pairs are frequent now: then all documents have other terms.
    """
    frequent = known.frequent
    stayed = known.postings.renumbered(moved)
    added = gathered([*fresh.values()], frequent).renumbered(np.array([*fresh], np.int64))
    own = dict(zip(moved.tolist(), known.titles, strict=True))
    own |= zip(fresh, _titles([*fresh.values()]), strict=True)
    titles = tuple(own[number] for number in range(len(told)))
    has_moved = np.any((moved >= 0) & (moved != np.arange(len(moved))))
    postings = (stayed.in_order() if has_moved else stayed).inserted(added)
    if frequent_pairs(postings) != frequent:
        return None
    if has_moved:
        return Terms(told, titles, postings, frequent, sharded(postings, titles))
    lost = compress(known.postings.terms, (known.postings.counts != stayed.counts).tolist())
    renamed = {*known.titles} ^ {*titles}
    shards = resharded(known.shards, {*lost, *added.terms}, postings, titles, renamed)
    return Terms(told, titles, postings, frequent, shards, known.edits + len(fresh))


def _titles(documents: Sequence[Document]) -> tuple[int, ...]:
    return tuple(fnv1a_of([said_as_one(document.title) for document in documents]).tolist())
