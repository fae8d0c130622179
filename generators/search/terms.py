"""What documents say: their postings and shards, brought up to date where few have changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from generators.search.documents import Document
from generators.search.filing import cut_exact, exact_term
from generators.search.gathering import gathered
from generators.search.postings import Postings
from generators.search.sharding import Shards, resharded, sharded

# Where more than this share of the documents is new, starting anew is as fast.
_FEW = 0.1
_DIGEST = 16  # bytes


@dataclass(frozen=True, slots=True)
class Terms:
    """The postings of documents and their shards; *told* tells documents from others.

    *titles* are the exact terms of the documents, *edits* how many documents have changed since
    all shards were made.
    """

    told: tuple[bytes, ...]
    titles: tuple[str, ...]
    postings: Postings
    shards: Shards
    edits: int = 0


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
    return _updated(known, told, moved, fresh)


def _told(document: Document) -> bytes:
    """Return a digest of all of a document that is filed."""
    names = "\0".join((document.kind, document.path, document.title, *document.aliases))
    said = f"{names}\0\0{document.keywords}\0{document.text}"
    return hashlib.blake2b(said.encode(), digest_size=_DIGEST).digest()


def _anew(told: tuple[bytes, ...], documents: Sequence[Document]) -> Terms:
    postings = gathered(documents)
    titles = tuple(exact_term(document.title) for document in documents)
    return Terms(told, titles, postings, sharded(postings, titles))


def _updated(
    known: Terms,
    told: tuple[bytes, ...],
    moved: NDArray[np.int64],
    fresh: Mapping[int, Document],
) -> Terms:
    """Return the terms where known documents have *moved*, by number, and others are *fresh*."""
    stayed = known.postings.renumbered(moved)
    added = gathered([*fresh.values()]).renumbered(np.array([*fresh], np.int64))
    own = dict(zip(moved.tolist(), known.titles, strict=True))
    own |= {number: exact_term(document.title) for number, document in fresh.items()}
    titles = tuple(own[number] for number in range(len(told)))
    if np.any((moved >= 0) & (moved != np.arange(len(moved)))):
        postings = stayed.in_order().inserted(added)
        return Terms(told, titles, postings, sharded(postings, titles))
    postings = stayed.inserted(added)
    lost = compress(known.postings.terms, (known.postings.counts != stayed.counts).tolist())
    changed = {*lost, *added.terms, *_heads({*known.titles} ^ {*titles})}
    shards = resharded(known.shards, changed, postings, titles)
    return Terms(told, titles, postings, shards, known.edits + len(fresh))


def _heads(titles: Iterable[str]) -> Iterator[str]:
    return (cut_exact(title)[0] for title in titles)
