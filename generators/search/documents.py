"""What is searched: a document for every record and every hand-written page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generators.catalogue import Catalogue
from generators.records.values import Attachment, Choice, Reference, Unsearched
from generators.records.walk import Leaf
from generators.sources import Entry

_PAGE = "pages"
_PAGE_LABEL = "页面"
_OWN_FIELDS = {"title", "aliases", "topics", "audiences"}


@dataclass(frozen=True, slots=True)
class Document:
    """A page as search sees it; *keywords* weigh more than *text*."""

    path: str
    kind: str
    label: str
    title: str
    status: str
    tone: str
    keywords: str
    text: str


def documents(catalogue: Catalogue) -> Iterator[Document]:
    """Yield a document for every published record, in the order of kinds and urgency."""
    for entry in sorted(catalogue.published, key=lambda e: e.path):
        status = catalogue.status(entry)
        yield Document(
            path=entry.path,
            kind=entry.kind.name,
            label=entry.kind.short,
            title=entry.record.title,
            status=status.value if status else "",
            tone=status.tone if status else "",
            keywords=_keywords(entry),
            text=_text(entry),
        )


def page_documents(pages: Iterable[tuple[str, str, str]]) -> Iterator[Document]:
    """Yield a document for every hand-written page, given as (path, title, text)."""
    for path, title, text in sorted(pages):
        yield Document(path, _PAGE, _PAGE_LABEL, title, "", "", "", text)


def _keywords(entry: Entry) -> str:
    record = entry.record
    return "\n".join((*record.aliases, *record.topics, *record.audiences))


def _text(entry: Entry) -> str:
    """Return every text of a record that somebody might search for, a line each.

    The values of fixed fields come last: they are found, but seldom worth quoting.
    """
    said = [leaf for leaf in entry.leaves() if _is_searched(leaf)]
    said.sort(key=lambda leaf: leaf.mark(Choice) is not None)
    return "\n".join(dict.fromkeys(str(leaf.value) for leaf in said))


def _is_searched(leaf: Leaf) -> bool:
    if leaf.loc[0] in _OWN_FIELDS or not isinstance(leaf.value, str):
        return False
    return not any(isinstance(m, Attachment | Reference | Unsearched) for m in leaf.marks)
