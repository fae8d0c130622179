"""The browser's index: postings in hashed shards, and documents in chunks.

`search/manifest.json` names the version; all other files lie in a folder of that name, so
that a cache never mixes the files of two builds. A shard maps a term to a flat list
`[document, weight, document, weight, …]` in which document numbers are differences.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generators.artifacts import Artifact
from generators.search.analysis import index_terms
from generators.search.documents import Document

DOCUMENTS_PER_CHUNK = 20
TERMS_PER_SHARD = 400
_TITLE, _KEYWORDS, _TEXT = 12, 6, 1
_TEXT_CEILING = 5
_OVER_DIVISOR = 3  # what has ended is found, below what still helps

Postings = dict[str, list[tuple[int, int]]]


def shards(documents: Sequence[Document]) -> Iterator[Artifact]:
    """Yield the manifest, the shards and the chunks."""
    postings = _postings(documents)
    count = max(1, -(-len(postings) // TERMS_PER_SHARD))
    files = {
        **_shard_files(postings, count),
        **_chunk_files(documents),
    }
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name])
    version = digest.hexdigest()[:16]
    manifest = {
        "version": version,
        "documents": len(documents),
        "chunk": DOCUMENTS_PER_CHUNK,
        "shards": count,
    }
    yield Artifact("search/manifest.json", _json(manifest))
    yield from (Artifact(f"search/{version}/{name}", files[name]) for name in sorted(files))


def _postings(documents: Sequence[Document]) -> Postings:
    postings: Postings = defaultdict(list)
    for number, document in enumerate(documents):
        for term, weight in _weights(document).items():
            postings[term].append((number, weight))
    return postings


def _weights(document: Document) -> Counter[str]:
    """Return how much each term says about a document."""
    weights = Counter(
        {
            term: min(times, _TEXT_CEILING) * _TEXT
            for term, times in Counter(index_terms(document.text)).items()
        }
    )
    for field, weight in ((document.title, _TITLE), (document.keywords, _KEYWORDS)):
        weights.update(dict.fromkeys(index_terms(field), weight))
    if document.tone == "over":
        return Counter({term: -(-weight // _OVER_DIVISOR) for term, weight in weights.items()})
    return weights


def shard_of(term: str, count: int) -> int:
    """Return the shard of a term: FNV-1a over its UTF-16 code units, as a browser counts them."""
    value = 0x811C9DC5
    data = term.encode("utf-16-le")
    for low, high in zip(data[::2], data[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return value % count


def _shard_files(postings: Postings, count: int) -> dict[str, bytes]:
    tables: list[dict[str, list[int]]] = [{} for _ in range(count)]
    for term in sorted(postings):
        tables[shard_of(term, count)][term] = _flat(postings[term])
    return {f"terms-{number}.json": _json(table) for number, table in enumerate(tables)}


def _flat(pairs: list[tuple[int, int]]) -> list[int]:
    flat, last = [], 0
    for number, weight in pairs:
        flat += [number - last, weight]
        last = number
    return flat


def _chunk_files(documents: Sequence[Document]) -> dict[str, bytes]:
    chunks = range(0, len(documents), DOCUMENTS_PER_CHUNK)
    return {
        f"documents-{number}.json": _json(
            [_shown(d) for d in documents[start : start + DOCUMENTS_PER_CHUNK]]
        )
        for number, start in enumerate(chunks)
    }


def _shown(document: Document) -> dict[str, str]:
    return {
        "path": document.path,
        "kind": document.kind,
        "label": document.label,
        "title": document.title,
        "status": document.status,
        "tone": document.tone,
        "text": document.text,
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
