"""The home page: what people need, who they are, what ends soon, what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.occasions import Deadline, deadlines
from generators.outputs.publication import Publication
from generators.records import KINDS, Kind
from generators.records.site import VocabularyTerm
from generators.sources import Entry

SHOWN = 5
SOON = timedelta(days=30)
# As many as fit on a phone in two rows or three; the others are folded.
AUDIENCES = 6


@dataclass(frozen=True, slots=True)
class Need:
    """Something people come for, in their words, and where it is."""

    name: str
    note: str
    path: str


# The kinds that people ask for by what they want to do, in the order of a venture's life.
_NEEDS = {
    "policies": ("找政策", "能享受什么、给多少"),
    "procedures": ("办事", "带什么、几天办完"),
    "courses": ("学习培训", "免费或有补贴的课"),
    "mentors": ("找导师", "请过来人指点"),
    "incubators": ("找场地", "便宜的工位和场地"),
    "loans": ("借钱", "能借多少、利息多少"),
    "events": ("参加活动", "大赛、路演、沙龙"),
}
_COMPLAINTS = Need("投诉建议", "办得不好，到这里说", "complaints/")


def home_page(publication: Publication) -> Iterator[Artifact]:
    """Yield the home page."""
    catalogue = publication.catalogue
    audiences = carried(catalogue, "audiences")
    yield publication.page(
        "",
        frame="",
        title=catalogue.site.name,
        description=f"{catalogue.site.city}公共创业服务：政策、办事、培训、导师、场地、贷款、活动和投诉",
        template="pages/home.html",
        needs=needs(catalogue),
        others=other_sections(catalogue),
        audiences=audiences[:AUDIENCES],
        more_audiences=audiences[AUDIENCES:],
        topics=carried(catalogue, "topics"),
        ending=ending_soon(catalogue),
        newest=newest(catalogue, "policies"),
        news=newest(catalogue, "articles"),
    )


def needs(catalogue: Catalogue) -> list[Need]:
    """Return what people may want, where there is something for it, complaints last."""
    found = [Need(*words, f"{kind}/") for kind, words in _NEEDS.items() if catalogue.of(kind)]
    return [*found, _COMPLAINTS]


def other_sections(catalogue: Catalogue) -> list[Kind]:
    """Return the sections with records that no need leads to."""
    return [kind for name, kind in KINDS.items() if name not in _NEEDS and catalogue.of(name)]


def carried(catalogue: Catalogue, vocabulary: str) -> list[VocabularyTerm]:
    """Return the terms that some record carries."""
    terms = catalogue.vocabularies[vocabulary]
    return [term for term in terms if catalogue.labelled(vocabulary, term.label)]


def ending_soon(catalogue: Catalogue) -> list[Deadline]:
    """Return the next last days within thirty days, the nearest first, one of each record."""
    seen: dict[str, Deadline] = {}
    for deadline in deadlines(catalogue):
        if deadline.day - catalogue.as_of <= SOON:
            seen.setdefault(deadline.entry.path, deadline)
    return list(seen.values())[:SHOWN]


def newest(catalogue: Catalogue, kind: str) -> list[Entry]:
    """Return the entries of a kind that were published last."""
    by_age = sorted(catalogue.of(kind), key=lambda entry: entry.id)
    return sorted(by_age, key=lambda entry: entry.record.published_at, reverse=True)[:SHOWN]
