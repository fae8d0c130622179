"""The search page, and what the index its script asks has of each document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generators.artifacts import Artifact
from generators.outputs.publication import Publication
from generators.records import KINDS
from generators.search.documents import (
    PAGE,
    PAGE_LABEL,
    Document,
    document_of,
    page_documents,
)
from generators.search.facets import LABELS
from generators.search.shards import shown_file

_SPACE = re.compile(r"[ \n]+")
_SUMMARY_LENGTH = 90


def search_page(publication: Publication) -> Iterator[Artifact]:
    """Yield the page `/search/`; the index that its script asks is made of `searched` documents."""
    catalogue = publication.catalogue
    yield publication.page(
        "search/",
        frame="search",
        title="搜索",
        description="搜索政策、办事指南、培训、导师、场地、贷款和活动",
        template="pages/search.html",
        sections=[kind for kind in KINDS.values() if catalogue.of(kind.name)],
        facets=LABELS.items(),
        kinds=_kinds(publication),
    )


@dataclass(frozen=True, slots=True)
class Searched:
    """A document, and the file of the index that shows it."""

    document: Document
    shown: bytes

    @classmethod
    def of(cls, publication: Publication, document: Document) -> Searched:
        """Make the file of a document."""
        return cls(document, shown_file(document, _card(publication, document)))


def searched_record(publication: Publication, path: str) -> Searched:
    """Return a published record as search has it."""
    kind, identifier, _ = path.split("/")
    entry = publication.catalogue.find(kind, identifier)
    assert entry
    return Searched.of(publication, document_of(publication.catalogue, entry))


def searched_pages(publication: Publication) -> list[Searched]:
    """Return the hand-written pages as search has them."""
    return [Searched.of(publication, page) for page in page_documents(publication.pages)]


def _kinds(publication: Publication) -> list[tuple[str, str, str]]:
    """Return the name of every kind that is found, with its short and its long label."""
    of = publication.catalogue.of
    known = [(kind.name, kind.short, kind.label) for kind in KINDS.values() if of(kind.name)]
    return [*known, (PAGE, PAGE_LABEL, PAGE_LABEL)] if publication.pages else known


def _card(publication: Publication, document: Document) -> str:
    """Return a document's card without the space between its lines: ten are loaded at once."""
    catalogue = publication.catalogue
    kind, _, identifier = document.path.strip("/").partition("/")
    html = publication.templates.render(
        "lists/card.html",
        catalogue=catalogue,
        entry=catalogue.find(kind, identifier),
        document=document,
        summary=_beginning(document),
    )
    return _SPACE.sub(" ", html).strip()


def _beginning(document: Document) -> str:
    """Return the first words of a hand-written page, which begins with its title."""
    text = document.text.removeprefix(document.title).strip()
    return text if len(text) <= _SUMMARY_LENGTH else f"{text[:_SUMMARY_LENGTH]}…"
