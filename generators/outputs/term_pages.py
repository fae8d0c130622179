"""A page for each audience and each topic, with everything for them in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.publication import Publication
from generators.records import KINDS, Kind
from generators.sources import Entry

MOST = 30
"""Of so many records of a kind all are shown; the finder of their section shows more."""
_LEADS = {
    "audiences": "适用于“{}”的政策、办事指南和服务",
    "topics": "与“{}”有关的政策、办事指南和服务",
}

# What the finder calls a vocabulary.
_FACETS = {"audiences": "audience", "topics": "topic"}


@dataclass(frozen=True, slots=True)
class Group:
    """The records of a kind: the first of them, how many there are, and where the others are."""

    kind: Kind
    entries: tuple[Entry, ...]
    count: int
    all: str


def paths(catalogue: Catalogue) -> Iterator[str]:
    """Yield the path of every audience and topic that some record carries."""
    for vocabulary in _LEADS:
        for term in catalogue.vocabularies[vocabulary]:
            if catalogue.labelled(vocabulary, term.label):
                yield f"{vocabulary}/{term.slug}/"


def term_page(publication: Publication, path: str) -> Iterator[Artifact]:
    """Yield the page of an audience or a topic."""
    vocabulary, slug, _ = path.split("/")
    terms = publication.catalogue.vocabularies[vocabulary]
    term = next(term for term in terms if term.slug == slug)
    entries = publication.catalogue.labelled(vocabulary, term.label)
    query = urlencode({_FACETS[vocabulary]: term.label})
    yield publication.page(
        path,
        frame=f"{vocabulary}/_",
        title=term.label,
        description=_LEADS[vocabulary].format(term.label),
        template="lists/term.html",
        term=term,
        lead=_LEADS[vocabulary].format(term.label),
        total=len(entries),
        groups=list(_grouped(entries, query)),
    )


def _grouped(entries: tuple[Entry, ...], query: str) -> Iterator[Group]:
    for kind in KINDS.values():
        if some := [entry for entry in entries if entry.kind is kind]:
            yield Group(kind, tuple(some[:MOST]), len(some), f"{kind.name}/?{query}")
