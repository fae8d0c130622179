"""The browser's index: postings in shards, a file a document, facets and words.

All files but `search/manifest.json` lie in folders named by what is in them, so that a cache
never mixes the files of two builds: the shards in one, the documents and their texts in groups
of neighbours, every other file in one of its own. The manifest lists the folders.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.search import pinyin, scoring
from generators.search.analysis import is_traditional, simplified
from generators.search.documents import Document
from generators.search.facets import facets
from generators.search.lexicon import lexicon
from generators.search.long_terms import Frequent

if TYPE_CHECKING:  # it is a tenth of a second that numpy takes, and few commands make an index
    from generators.search.sharding import Plan
    from generators.search.terms import Filed

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
        filed=terms_of(documents).filed,
        shown=[shown_file(document, card(document)) for document in documents],
    )


def index_files(
    documents: Sequence[Document],
    catalogue: Catalogue,
    *,
    filed: Filed,
    shown: Iterable[bytes],
    remember: Remember = lambda name, given, make: make(),
) -> Iterator[Artifact]:
    """Yield the files of the index of *documents*; how each is *shown* is made already.

    *remember* may know what is slow to make: a file by its name and what it is made of. The
    manifest comes last, so that nobody has to hold all files at once.
    """
    words = lexicon(catalogue, documents, is_filed=frozenset(filed.terms).__contains__)
    plan, frequent, shards = filed.shards.plan, filed.frequent, filed.shards.files
    terms = yield from _grouped("terms", shards, size=len(shards))
    del filed, shards  # what takes most memory is on the disk now
    many, briefs = len(documents), [_Brief(one.path, one.tone, one.published) for one in documents]
    groups = {
        "terms": terms,
        "documents": (
            yield from _grouped("documents", _linked(documents, briefs, shown), size=_size(many))
        ),
        "texts": (
            yield from _grouped("texts", _texts(documents), size=_size(-(-many // TOGETHER)))
        ),
    }
    single = {
        "facets": _json(facets(documents)),
        "lexicon": _json(words.spoken()),
        "orders": _json({"newest": _newest(briefs)}),
        "phrases": _json(words.phrases),
        "spelling": remember("spelling", _json(words.phrases), lambda: _json(words.spelling)),
        **{name: remember(name, b"", make) for name, make in _CONSTANT_FILES.items()},
    }
    files = {name: _digest([data]) for name, data in single.items()}
    for name, data in single.items():
        yield Artifact(f"search/{files[name]}/{name}.json", data)
    manifest = _manifest(briefs, plan, frequent, groups, files)
    version = _digest([_json(manifest)])
    yield Artifact("search/manifest.json", _json({"version": version, **manifest}))


class _Brief(NamedTuple):
    """What is asked of all documents at once, which may be pickled."""

    path: str
    tone: str
    published: str


@dataclass(frozen=True, slots=True)
class _Group:
    """Numbered files, *size* of them in each of some folders, which are named by digests."""

    size: int
    folders: tuple[str, ...]


def _size(count: int) -> int:
    """Return how many files go into a folder: about as many as there are folders.

    An edit then changes the names of few files, and the manifest stays small.
    """
    return 1 << (count.bit_length() + 1) // 2


def _grouped(kind: str, files: Iterable[bytes], *, size: int) -> Generator[Artifact, None, _Group]:
    """Yield numbered files in their folders; return the group."""
    folders, number, left = [], count(), iter(files)
    while some := tuple(islice(left, size)):
        folders.append(_digest([kind.encode(), *some]))
        for data in some:
            yield Artifact(f"search/{folders[-1]}/{kind}/{next(number)}.json", data)
    return _Group(size, tuple(folders))


def _digest(files: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for data in files:
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()[:_DIGITS]


def _manifest(
    briefs: Sequence[_Brief],
    plan: Plan,
    frequent: Frequent,
    groups: Mapping[str, _Group],
    files: Mapping[str, str],
) -> dict[str, object]:
    from generators.search.coding import ascending

    tones = groupby(scoring.TONE_FACTORS[brief.tone] for brief in briefs)
    return {
        "documents": len(briefs),
        "shards": plan.hashed,
        "common": ascending(plan.common),
        "frequent": ascending(sorted(frequent)),
        "factors": [[factor, len(list(group))] for factor, group in tones],
        "synonym": scoring.SYNONYM,
        "groups": {
            name: {"size": group.size, "folders": group.folders} for name, group in groups.items()
        },
        "files": files,
    }


def _newest(briefs: Sequence[_Brief]) -> list[int]:
    """Return the numbers of documents, the last published first; equals keep their order."""
    return sorted(range(len(briefs)), key=lambda n: briefs[n].published, reverse=True)


def _linked(
    documents: Sequence[Document], briefs: Sequence[_Brief], shown: Iterable[bytes]
) -> Iterator[bytes]:
    """Yield the files of documents with the numbers of those they are linked with."""
    numbers = {brief.path: number for number, brief in enumerate(briefs)}
    for document, file in zip(documents, shown, strict=True):
        yield _with_links(file, [numbers[path] for path in document.links if path in numbers])


def _with_links(file: bytes, links: Sequence[int]) -> bytes:
    return file[:-1] + f',"links":[{",".join(map(str, links))}]}}'.encode() if links else file


def _texts(documents: Sequence[Document]) -> Iterator[bytes]:
    """Yield files of what documents say, as many to a file as `TOGETHER` says."""
    for start in range(0, len(documents), TOGETHER):
        yield _json([one.text for one in documents[start : start + TOGETHER]])


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
