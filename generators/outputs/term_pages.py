"""A page for each audience and each topic, with everything for them in one place."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.outputs.publication import Publication
from generators.records import KINDS
from generators.records.site import VocabularyTerm

_LEADS = {
    "audiences": "适用于“{}”的政策、办事指南和服务",
    "topics": "与“{}”有关的政策、办事指南和服务",
}


def term_pages(publication: Publication) -> Iterator[Artifact]:
    """Yield the page of every audience and topic that some record carries."""
    for vocabulary in _LEADS:
        for term in publication.catalogue.vocabularies[vocabulary]:
            if publication.catalogue.labelled(vocabulary, term.label):
                yield _term_page(publication, vocabulary, term)


def _term_page(publication: Publication, vocabulary: str, term: VocabularyTerm) -> Artifact:
    entries = publication.catalogue.labelled(vocabulary, term.label)
    groups = [(kind, [entry for entry in entries if entry.kind is kind]) for kind in KINDS.values()]
    return publication.page(
        f"{vocabulary}/{term.slug}/",
        frame=f"{vocabulary}/_",
        title=term.label,
        description=_LEADS[vocabulary].format(term.label),
        template="lists/term.html",
        term=term,
        lead=_LEADS[vocabulary].format(term.label),
        total=len(entries),
        groups=[(kind, group) for kind, group in groups if group],
    )
