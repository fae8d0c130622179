"""The browser's index: postings in shards, a file a document, facets and words.

All files but `search/manifest.json` lie in folders named by what is in them, so that a cache
never mixes the files of two builds: the shards in one, the documents and their texts in groups
of neighbours, every other file in one of its own. The manifest lists the folders.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.search import pinyin, scoring
from generators.search.analysis import is_traditional, simplified
from generators.search.documents import Document
from generators.search.facets import facets
from generators.search.lexicon import lexicon

if TYPE_CHECKING:  # it is a tenth of a second that numpy takes, and few commands make an index
    from generators.search.terms import Terms

TOGETHER = 2
"""Texts in a file: few answers need any, and a file costs more to write than its bytes."""
Remember = Callable[[str, bytes, Callable[[], bytes]], bytes]
_DIGITS = 12  # 48 bits tell the versions of a site apart


def shards(
    documents: Sequence[Document],
    catalogue: Catalogue,
    *,
    card: Callable[[Document], str],
) -> Iterator[Artifact]:
    """Yield the manifest and the files of the index, which is in the order of *documents*.

    The words search knows are those of *catalogue*; *card* renders a document as lists show it,
    with links below the site's root.
    """
    from generators.search.terms import terms_of

    return index_files(
        documents,
        catalogue,
        terms=terms_of(documents),
        shown=[shown_file(document, card(document)) for document in documents],
    )


def index_files(
    documents: Sequence[Document],
    catalogue: Catalogue,
    *,
    terms: Terms,
    shown: Sequence[bytes],
    remember: Remember = lambda name, given, make: make(),
) -> Iterator[Artifact]:
    """Yield the files of the index of *documents*; how each is *shown* is made already.

    *remember* may know what is slow to make: a file by its name and what it is made of.
    """
    words = lexicon(catalogue, is_filed=frozenset(terms.postings.terms).__contains__)
    groups = {
        "terms": _grouped("terms", terms.shards.files, everything=True),
        "documents": _grouped("documents", _linked(documents, shown)),
        "texts": _grouped("texts", _texts(documents)),
    }
    single = {
        "facets": _json(facets(documents)),
        "lexicon": _json(words.spoken()),
        "orders": _json({"newest": _newest(documents)}),
        "phrases": _json(words.phrases),
        "spelling": remember("spelling", _json(words.phrases), lambda: _json(words.spelling)),
        **{name: remember(name, b"", make) for name, make in _CONSTANT_FILES.items()},
    }
    files = {name: _Folder(_digest([data]), {name: data}) for name, data in single.items()}
    manifest = _manifest(documents, terms, groups, files)
    version = _digest([_json(manifest)])
    yield Artifact("search/manifest.json", _json({"version": version, **manifest}))
    for folder in (*chain.from_iterable(g.folders for g in groups.values()), *files.values()):
        for name, data in folder.files.items():
            yield Artifact(f"search/{folder.digest}/{name}.json", data)


@dataclass(frozen=True, slots=True)
class _Folder:
    """Files by name, in a folder named by their digest."""

    digest: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _Group:
    """Numbered files, *size* of them in each folder."""

    size: int
    folders: tuple[_Folder, ...]


def _grouped(kind: str, files: Sequence[bytes], *, everything: bool = False) -> _Group:
    """Put numbered files into about as many folders as there are files in each.

    An edit then changes the names of few files, and the manifest stays small.
    """
    size = len(files) if everything else 1 << (len(files).bit_length() + 1) // 2
    folders = []
    for start in range(0, len(files), size):
        some = files[start : start + size]
        named = {f"{kind}/{number}": data for number, data in enumerate(some, start)}
        folders.append(_Folder(_digest([kind.encode(), *some]), named))
    return _Group(size, tuple(folders))


def _digest(files: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for data in files:
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()[:_DIGITS]


def _manifest(
    documents: Sequence[Document],
    terms: Terms,
    groups: Mapping[str, _Group],
    files: Mapping[str, _Folder],
) -> dict[str, object]:
    from generators.search.coding import ascending

    tones = groupby(scoring.TONE_FACTORS[document.tone] for document in documents)
    return {
        "documents": len(documents),
        "shards": terms.shards.plan.hashed,
        "common": ascending(terms.shards.plan.common),
        "frequent": ascending(sorted(terms.frequent)),
        "factors": [[factor, len(list(group))] for factor, group in tones],
        "synonym": scoring.SYNONYM,
        "groups": {
            name: {"size": group.size, "folders": [folder.digest for folder in group.folders]}
            for name, group in groups.items()
        },
        "files": {name: folder.digest for name, folder in files.items()},
    }


def _newest(documents: Sequence[Document]) -> list[int]:
    """Return the numbers of documents, the last published first; equals keep their order."""
    return sorted(range(len(documents)), key=lambda n: documents[n].published, reverse=True)


def _linked(documents: Sequence[Document], shown: Sequence[bytes]) -> list[bytes]:
    """Return the files of documents with the numbers of those they are linked with."""
    numbers = {document.path: number for number, document in enumerate(documents)}
    return [
        _with_links(file, [numbers[path] for path in document.links if path in numbers])
        for document, file in zip(documents, shown, strict=True)
    ]


def _with_links(file: bytes, links: Sequence[int]) -> bytes:
    return file[:-1] + f',"links":[{",".join(map(str, links))}]}}'.encode() if links else file


def _texts(documents: Sequence[Document]) -> list[bytes]:
    """Return files of what documents say, as many to a file as `TOGETHER` says."""
    starts = range(0, len(documents), TOGETHER)
    return [_json([one.text for one in documents[start : start + TOGETHER]]) for start in starts]


def shown_file(document: Document, card: str) -> bytes:
    """Return the file of a document as it is shown."""
    shown = {
        "path": document.path,
        "kind": document.kind,
        "label": document.label,
        "title": document.title,
        "keywords": document.keywords,
        "card": card,
        **({"traditional": True} if is_traditional(document.said) else {}),
    }
    return _json(shown)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


# The files that are the same for every site.
_CONSTANT_FILES: Mapping[str, Callable[[], bytes]] = {
    "sounds": lambda: _json(pinyin.sounds()),
    "syllables": lambda: _json(sorted(pinyin.syllables())),
    "traditional": lambda: _json({chr(old): new for old, new in simplified().items()}),
}
