"""The editors' pages on every fault, the same text as `catalogue explain` prints."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.outputs.publication import Publication
from generators.rules import RULES, explanation, title

# For editors, not for the public: neither in the search nor in the sitemap.
_META = {"robots": "noindex"}


def handbook(publication: Publication) -> Iterator[Artifact]:
    """Yield `/handbook/` and a page for every fault."""
    yield publication.page(
        "handbook/",
        frame="handbook",
        title="编辑手册：检查发现的问题",
        description="内容检查会发现的每一种问题：错在哪里、为什么要紧、怎么改",
        template="pages/handbook.html",
        meta=_META,
        faults=[(code, title(code)) for code in RULES],
    )
    for code in RULES:
        yield _fault_page(publication, code)


def _fault_page(publication: Publication, code: str) -> Artifact:
    heading, _, body = (explanation(code) or "").partition("\n")
    return publication.page(
        f"handbook/{code}/",
        frame="handbook/_",
        title=heading,
        description=f"编辑手册：{heading}",
        template="pages/fault.html",
        meta=_META,
        code=code,
        heading=heading,
        # Each line of the explanation is a paragraph of its own.
        body=body.strip().replace("\n为什么要紧", "\n\n为什么要紧"),
    )
