"""The Whoosh index in the cache: the terms of every document, brought up to date as asked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from whoosh import fields, formats, index
from whoosh.analysis import Token, Tokenizer
from whoosh.reading import IndexReader

from generators.search.documents import Document
from generators.search.filing import IN_TITLE, exact_term, follower_bit
from generators.search.long_terms import FREQUENT, NONE, Frequent
from generators.search.query import Phrase
from generators.search.scoring import LEVELS, rarity

_LAYOUT = "7"  # part of the folder's name; raise it when the schema or the scoring changes


class _Filed(Tokenizer):  # type: ignore[misc]
    """Hands the terms we filed to Whoosh, each with its mark as weight."""

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        token = Token(positions=False, chars=False, **options)
        for line in value.splitlines():
            token.text, weight = line.rsplit("\t", 1)
            token.boost = float(weight)
            yield token


@dataclass(frozen=True)
class Reader:
    """An open index of exactly the documents it was opened for.

    Whoosh's own counts are not used: they count what was deleted, and each segment apart.
    """

    reader: IndexReader
    numbers: Mapping[int, int]
    frequent: Frequent = NONE
    _known: dict[str, Mapping[int, int]] = field(default_factory=dict)

    def has(self, term: str) -> bool:
        """Tell whether a document has a term."""
        return bool(self._marks(term))

    def levels(self, term: str) -> dict[int, int]:
        """Return the level of a term in every document that has it."""
        return {number: mark % IN_TITLE for number, mark in self._marks(term).items()}

    def find(self, phrase: Phrase) -> dict[int, float]:
        """Return how much of a phrase, 0 to 1, each document says that has all its terms.

        Each term must be followed by a character of the class of what follows in the phrase.
        """
        told = [self._told(term, following) for term, following in phrase.terms]
        everywhere = set.intersection(*map(set, told)) if told else set()
        worth = self.worth(phrase)
        return {number: sum(one[number] for one in told) / worth for number in everywhere}

    def worth(self, phrase: Phrase) -> float:
        """Return how much a phrase tells: the rarity of its terms."""
        return sum(self._rarity(term) for term, _ in phrase.terms)

    def _told(self, term: str, following: str) -> dict[int, float]:
        needed = follower_bit(following) * 2 * IN_TITLE
        tells = self._rarity(term) / LEVELS
        marks = self._marks(term).items()
        return {n: tells * (mark % IN_TITLE) for n, mark in marks if mark & needed == needed}

    def _rarity(self, term: str) -> float:
        return rarity(len(self.numbers), len(self._marks(term)))

    def _marks(self, term: str) -> Mapping[int, int]:
        """Return the mark of a term in every document that has it."""
        if term not in self._known:
            self._known[term] = dict(self._postings(term))
        return self._known[term]

    def _postings(self, term: str) -> Iterator[tuple[int, int]]:
        if ("terms", term) not in self.reader:
            return
        matcher = self.reader.postings("terms", term)
        while matcher.is_active():
            yield self.numbers[matcher.id()], int(matcher.weight())
            matcher.next()


@contextmanager
def opened(documents: Sequence[Document], cache: Path) -> Iterator[Reader]:
    """Open the index of *documents*, first changing what is not as they are now."""
    folder = cache / f"whoosh-{_LAYOUT}"
    found, frequent = _index(folder), _frequent(documents, folder / "frequent.json")
    _update(found, documents, frequent)
    order = {document.path: number for number, document in enumerate(documents)}
    with found.reader() as reader:
        yield Reader(reader, {at: order[kept["path"]] for at, kept in reader.iter_docs()}, frequent)


def _index(folder: Path) -> index.Index:
    folder.mkdir(parents=True, exist_ok=True)
    if index.exists_in(str(folder)):
        return index.open_dir(str(folder))
    terms = fields.FieldType(format=formats.Frequency(), analyzer=_Filed())
    schema = fields.Schema(
        path=fields.ID(unique=True, stored=True), digest=fields.STORED, terms=terms
    )
    return index.create_in(str(folder), schema)


def _frequent(documents: Sequence[Document], file: Path) -> Frequent:
    """Return the marks of frequent pairs, counted anew where another document says otherwise."""
    if len(documents) < FREQUENT:
        return NONE
    told = hashlib.sha256("".join(_digest(d, "") for d in documents).encode()).hexdigest()
    with suppress(OSError, ValueError, KeyError):
        known = json.loads(file.read_text("utf-8"))
        if known["told"] == told:
            return frozenset(known["frequent"])
    from generators.search.gathering import frequent_pairs, gathered  # numpy, as below

    found = frequent_pairs(gathered(documents))
    file.write_text(json.dumps({"told": told, "frequent": sorted(found)}), "utf-8")
    return found


def _update(found: index.Index, documents: Sequence[Document], frequent: Frequent) -> None:
    around = repr(sorted(frequent))
    wanted = {d.path: _digest(d, around) for d in documents}
    with found.reader() as reader:
        present = {kept["path"]: kept["digest"] for kept in reader.all_stored_fields()}
    changed = [d for d in documents if present.get(d.path) != wanted[d.path]]
    gone = present.keys() - wanted.keys()
    if not changed and not gone:
        return
    writer = found.writer(limitmb=256)
    for path in gone:
        writer.delete_by_term("path", path)
    for document in changed:
        if document.path in present:
            writer.delete_by_term("path", document.path)
        lines = _lines(document, frequent)
        writer.add_document(path=document.path, digest=wanted[document.path], terms=lines)
    writer.commit(optimize=not present)


def _digest(document: Document, around: str) -> str:
    said = (document.title, document.aliases, document.keywords, document.text)
    return hashlib.sha256(repr((said, around)).encode()).hexdigest()[:16]


def _lines(document: Document, frequent: Frequent) -> str:
    from generators.search.gathering import filed  # numpy, which only a change needs

    marks = filed(document, frequent) | {exact_term(document.title): LEVELS}
    return "\n".join(f"{term}\t{mark}" for term, mark in marks.items())
