"""The browser's index: postings in hashed shards, a file a document, facets and words.

`search/manifest.json` names the version; all other files lie in a folder of that name, so
that a cache never mixes the files of two builds. A shard maps a term to its postings: for
each document the gap to the one before, then the term's mark in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import groupby

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.search import filing, pinyin, scoring
from generators.search.analysis import is_traditional, simplified
from generators.search.documents import Document
from generators.search.facets import facets
from generators.search.lexicon import lexicon
from generators.search.postings import gathered

SHARD_LENGTH = 2000
"""Characters of postings in a shard, on average: what one term costs to ask for."""


def shards(
    documents: Sequence[Document],
    catalogue: Catalogue,
    *,
    card: Callable[[Document], str],
    workers: Executor | None = None,
) -> Iterator[Artifact]:
    """Yield the manifest and the files of the index, which is in the order of *documents*.

    The words search knows are those of *catalogue*; *card* renders a document as lists show it,
    with links below the site's root.
    """
    postings = gathered(documents, workers=workers)
    words = lexicon(catalogue, is_filed=postings.__contains__)
    count = max(1, sum(map(len, postings.values())) // SHARD_LENGTH)
    files = {
        **_shard_files(postings, count),
        **_document_files(documents, card),
        **{f"texts/{n}.json": _json(d.text) for n, d in enumerate(documents)},
        "facets.json": _json(facets(documents)),
        "lexicon.json": _json(words.spoken()),
        "orders.json": _json({"newest": _newest(documents)}),
        "phrases.json": _json(words.spelt),
        "sounds.json": _json(pinyin.sounds()),
        "syllables.json": _json(sorted(pinyin.syllables())),
        "traditional.json": _json({chr(old): new for old, new in simplified().items()}),
    }
    version = _version(files)
    yield Artifact("search/manifest.json", _json(_manifest(documents, version, count)))
    yield from (Artifact(f"search/{version}/{name}", files[name]) for name in sorted(files))


def _manifest(documents: Sequence[Document], version: str, count: int) -> dict[str, object]:
    tones = groupby(scoring.TONE_FACTORS[document.tone] for document in documents)
    return {
        "version": version,
        "documents": len(documents),
        "shards": count,
        "factors": [[factor, len(list(group))] for factor, group in tones],
        "synonym": scoring.SYNONYM,
    }


def _version(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name])
    return digest.hexdigest()[:16]


def _shard_files(postings: Mapping[str, str], count: int) -> dict[str, bytes]:
    tables: list[dict[str, str]] = [{} for _ in range(count)]
    for term in sorted(postings):
        tables[filing.shard_of(term, count)][term] = postings[term]
    return {f"terms/{number}.json": _json(table) for number, table in enumerate(tables)}


def _newest(documents: Sequence[Document]) -> list[int]:
    """Return the numbers of documents, the last published first; equals keep their order."""
    return sorted(range(len(documents)), key=lambda n: documents[n].published, reverse=True)


def _document_files(
    documents: Sequence[Document], card: Callable[[Document], str]
) -> dict[str, bytes]:
    numbers = {document.path: number for number, document in enumerate(documents)}
    return {
        f"documents/{n}.json": _json(_shown(document, card(document), numbers))
        for n, document in enumerate(documents)
    }


def _shown(document: Document, card: str, numbers: Mapping[str, int]) -> dict[str, object]:
    links = [numbers[path] for path in document.links if path in numbers]
    return {
        "path": document.path,
        "kind": document.kind,
        "label": document.label,
        "title": document.title,
        "keywords": document.keywords,
        "card": card,
        **({"links": links} if links else {}),
        **({"traditional": True} if is_traditional(document.said) else {}),
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
