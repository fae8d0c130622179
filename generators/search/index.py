"""The Whoosh index in the cache, which answers `catalogue search`."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from whoosh import fields, index, query, scoring
from whoosh.analysis import Token, Tokenizer

from generators.search.analysis import index_terms, query_terms
from generators.search.documents import Document

_BOOSTS = {"title": 8.0, "keywords": 4.0, "text": 1.0}
_LAYOUT = "1"  # part of the folder's name; raise it when the schema changes


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found, with its score."""

    path: str
    kind: str
    label: str
    title: str
    status: str
    score: float


class _TermTokenizer(Tokenizer):  # type: ignore[misc]
    """Hands our analysis to Whoosh, so that both readers see the same terms."""

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        token = Token(positions=False, chars=False, **options)
        for term in index_terms(value):
            token.text, token.boost = term, 1.0
            yield token


def search(
    documents: Sequence[Document], text: str, *, cache: Path, kind: str | None, limit: int
) -> list[Hit]:
    """Return the documents that have every term of *text*, the best first."""
    wanted = _query(text, kind)
    if wanted is None:
        return []
    with _open(documents, cache).searcher(weighting=scoring.BM25F()) as searcher:
        results = searcher.search(wanted, limit=None)
        hits = [Hit(**result.fields(), score=round(result.score, 4)) for result in results]
    return sorted(hits, key=lambda hit: (-hit.score, hit.path))[:limit]


def _query(text: str, kind: str | None) -> query.Query | None:
    terms = query_terms(text)
    if not terms:
        return None
    anywhere = [
        query.Or([query.Term(name, term, boost=boost) for name, boost in _BOOSTS.items()])
        for term in terms
    ]
    kinds = [query.ConstantScoreQuery(query.Term("kind", kind), 0.0)] if kind else []
    return query.And([*anywhere, *kinds])


def _open(documents: Sequence[Document], cache: Path) -> index.Index:
    """Open the index of exactly these documents, building it first where it is missing."""
    digest = hashlib.sha256(repr((_LAYOUT, [astuple(d) for d in documents])).encode())
    folder = cache / "whoosh" / digest.hexdigest()[:16]
    if not folder.is_dir():
        _build(documents, folder)
    return index.open_dir(str(folder))


def _build(documents: Sequence[Document], folder: Path) -> None:
    """Build beside the place and move there, so that two builds never see half an index."""
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.parent.mkdir(parents=True)
    unfinished = Path(tempfile.mkdtemp(dir=folder.parent))
    writer = index.create_in(str(unfinished), _schema()).writer(limitmb=256)
    for document in documents:
        writer.add_document(
            path=document.path,
            kind=document.kind,
            label=document.label,
            status=document.status,
            title=document.title,
            keywords=document.keywords,
            text=document.text,
        )
    writer.commit()
    try:
        unfinished.rename(folder)
    except OSError:  # another process was faster with the same index
        shutil.rmtree(unfinished)


def _schema() -> fields.Schema:
    terms = _TermTokenizer()
    return fields.Schema(
        path=fields.STORED,
        kind=fields.ID(stored=True),
        label=fields.STORED,
        status=fields.STORED,
        title=fields.TEXT(analyzer=terms, phrase=False, stored=True),
        keywords=fields.TEXT(analyzer=terms, phrase=False),
        text=fields.TEXT(analyzer=terms, phrase=False),
    )
