"""What is searched: a document for every record and every hand-written page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from generators.catalogue import Catalogue
from generators.records.articles import Article
from generators.records.status import Status
from generators.records.values import Attachment, Choice, Identifier, Reference, Unsearched
from generators.records.walk import Leaf
from generators.sources import Entry

PAGE = "pages"
PAGE_LABEL = "页面"
_NOT_SAID = (Attachment, Reference, Unsearched)
_OWN_FIELDS = {"title", "aliases", "topics", "audiences"}
_LINKS = 20  # a window that every procedure names says little of each of them


@dataclass(frozen=True, slots=True)
class Document:
    """A page as search sees it; *keywords* weigh more than *text*, *labels* filter.

    *published* is an ISO time, empty for a page that has none. *links* are paths.
    """

    path: str
    kind: str
    label: str
    title: str
    status: str
    tone: str
    aliases: tuple[str, ...]
    keywords: str
    text: str
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    published: str = ""
    links: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """Return everything that can be found, a line each."""
        return f"{self.title}\n{self.keywords}\n{self.text}"


def documents(catalogue: Catalogue) -> Iterator[Document]:
    """Yield a document for every published record, what helps now first."""
    return (document_of(catalogue, entry) for entry in in_order(catalogue))


def in_order(catalogue: Catalogue) -> list[Entry]:
    """Return every published record, what helps now first."""
    return sorted(catalogue.published, key=catalogue.urgency)


def document_of(catalogue: Catalogue, entry: Entry) -> Document:
    """Return the document of a record."""
    status, leaves = catalogue.status(entry), tuple(entry.leaves())
    return Document(
        path=entry.path,
        kind=entry.kind.name,
        label=entry.kind.short,
        title=entry.record.title,
        status=status.value if status else "",
        tone=status.tone if status else "",
        aliases=entry.record.aliases,
        keywords=_keywords(catalogue, entry, leaves),
        text=_text(leaves),
        labels=_labels(entry, status),
        published=entry.record.published_at.isoformat(),
        links=_links(catalogue, entry),
    )


def _labels(entry: Entry, status: Status | None) -> dict[str, tuple[str, ...]]:
    record = entry.record
    return {
        "kind": (entry.kind.name,),
        "audience": record.audiences,
        "topic": record.topics,
        "region": (record.region,),
        "status": (status.value,) if status else (),
        "area": (record.service_area,),
    }


def _links(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """Return what a record refers to, as its editors put it, then what refers to it."""
    named = (catalogue.find(kind, identifier) for kind, identifier in entry.others)
    linked = (*filter(None, named), *catalogue.referrers(entry))
    return tuple(dict.fromkeys(e.path for e in linked if e is not entry))[:_LINKS]


def page_documents(pages: Iterable[tuple[str, str, str, str]]) -> Iterator[Document]:
    """Yield a document for every hand-written page: (path, title, text, headings and bold words)."""
    for path, title, text, stressed in sorted(pages):
        labels = {"kind": (PAGE,)}
        yield Document(path, PAGE, PAGE_LABEL, title, "", "", (), stressed, text, labels)


def _keywords(catalogue: Catalogue, entry: Entry, leaves: Iterable[Leaf]) -> str:
    """Return what a record is known by; an interpretation, by the numbers of its policies too."""
    record = entry.record
    told = record.interprets if isinstance(record, Article) else ()
    policies = filter(None, (catalogue.find("policies", policy) for policy in told))
    leaves = chain(leaves, *(policy.leaves() for policy in policies))
    known_by = (str(leaf.value) for leaf in leaves if leaf.mark(Identifier) and leaf.value)
    names = (*record.aliases, *record.topics, *record.audiences, *known_by, entry.kind.label)
    return "\n".join(dict.fromkeys(names))


def _text(leaves: Iterable[Leaf]) -> str:
    """Return every text of a record that somebody might search for, a line each.

    The values of fixed fields come last: they are found, but seldom worth quoting.
    """
    said = [leaf for leaf in leaves if _is_searched(leaf)]
    said.sort(key=lambda leaf: leaf.mark(Choice) is not None)
    return "\n".join(dict.fromkeys(str(leaf.value) for leaf in said))


def _is_searched(leaf: Leaf) -> bool:
    if not isinstance(leaf.value, str) or leaf.loc[0] in _OWN_FIELDS or "://" in leaf.value:
        return False
    return not any(isinstance(mark, _NOT_SAID) for mark in leaf.marks)
