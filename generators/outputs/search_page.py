"""The search page, and the index its script asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generators.artifacts import Artifact
from generators.outputs.publication import Publication
from generators.records import KINDS
from generators.search.documents import Document, documents, page_documents
from generators.search.facets import LABELS
from generators.search.shards import shards

_SPACE = re.compile(r"[ \n]+")
_SUMMARY_LENGTH = 90


def search_page(publication: Publication) -> Iterator[Artifact]:
    """Yield the page `/search/` and the files below it that make up the index."""
    catalogue = publication.catalogue
    found = [*documents(catalogue), *_page_documents(publication)]
    yield publication.page(
        "search/",
        frame="search",
        title="搜索",
        description="搜索政策、办事指南、培训、导师、场地、贷款和活动",
        template="pages/search.html",
        sections=[kind for kind in KINDS.values() if catalogue.of(kind.name)],
        facets=LABELS.items(),
        kinds=_kinds(found),
    )
    yield from shards(
        found,
        catalogue,
        card=lambda document: _card(publication, document),
        workers=publication.workers,
    )


def _kinds(found: Iterable[Document]) -> list[tuple[str, str, str]]:
    """Return the name of every kind that is found, with its short and its long label."""
    labels = {document.kind: document.label for document in found}
    known = [(kind.name, kind.short, kind.label) for kind in KINDS.values() if kind.name in labels]
    others = [(name, label, label) for name, label in labels.items() if name not in KINDS]
    return [*known, *others]


def _page_documents(publication: Publication) -> Iterator[Document]:
    return page_documents((page.path, page.title, page.text) for page in publication.pages)


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
