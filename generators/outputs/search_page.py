"""The search page, and the index its script asks."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.outputs.publication import Publication
from generators.search.documents import documents, page_documents
from generators.search.shards import shards


def search_page(publication: Publication) -> Iterator[Artifact]:
    """Yield the page `/search/` and the files below it that make up the index."""
    catalogue = publication.catalogue
    yield publication.page(
        "search/",
        frame="search",
        title="搜索",
        description="搜索政策、办事指南、培训、导师、场地、贷款和活动",
        template="pages/search.html",
    )
    pages = ((page.path, page.title, page.text) for page in publication.pages)
    yield from shards([*documents(catalogue), *page_documents(pages)])
