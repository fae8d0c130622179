"""What is searched: a document for every record and every hand-written page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generators.catalogue import Catalogue, references
from generators.records.articles import Article
from generators.records.status import Status
from generators.records.values import Attachment, Choice, Identifier, Reference, Unsearched
from generators.records.walk import Leaf
from generators.sources import Entry

_PAGE = "pages"
_PAGE_LABEL = "页面"
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
    for entry in sorted(catalogue.published, key=catalogue.urgency):
        status = catalogue.status(entry)
        yield Document(
            path=entry.path,
            kind=entry.kind.name,
            label=entry.kind.short,
            title=entry.record.title,
            status=status.value if status else "",
            tone=status.tone if status else "",
            aliases=entry.record.aliases,
            keywords=_keywords(catalogue, entry),
            text=_text(entry),
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
    named = (catalogue.find(kind, written) for kind, written, _ in references(entry.leaves()))
    linked = (*filter(None, named), *catalogue.referrers(entry))
    return tuple(dict.fromkeys(e.path for e in linked if e is not entry))[:_LINKS]


def page_documents(pages: Iterable[tuple[str, str, str]]) -> Iterator[Document]:
    """Yield a document for every hand-written page, given as (path, title, text)."""
    for path, title, text in sorted(pages):
        yield Document(path, _PAGE, _PAGE_LABEL, title, "", "", (), "", text, {"kind": (_PAGE,)})


def _keywords(catalogue: Catalogue, entry: Entry) -> str:
    """Return what a record is known by; an interpretation, by the numbers of its policies too."""
    record = entry.record
    told = record.interprets if isinstance(record, Article) else ()
    policies = filter(None, (catalogue.find("policies", policy) for policy in told))
    leaves = (leaf for one in (entry, *policies) for leaf in one.leaves())
    known_by = (str(leaf.value) for leaf in leaves if leaf.mark(Identifier) and leaf.value)
    names = (*record.aliases, *record.topics, *record.audiences, *known_by, entry.kind.label)
    return "\n".join(dict.fromkeys(names))


def _text(entry: Entry) -> str:
    """Return every text of a record that somebody might search for, a line each.

    The values of fixed fields come last: they are found, but seldom worth quoting.
    """
    said = [leaf for leaf in entry.leaves() if _is_searched(leaf)]
    said.sort(key=lambda leaf: leaf.mark(Choice) is not None)
    return "\n".join(dict.fromkeys(str(leaf.value) for leaf in said))


def _is_searched(leaf: Leaf) -> bool:
    if leaf.loc[0] in _OWN_FIELDS or not isinstance(leaf.value, str) or "://" in leaf.value:
        return False
    return not any(isinstance(m, Attachment | Reference | Unsearched) for m in leaf.marks)
