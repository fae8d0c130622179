"""The editors' handbook: first steps, every kind, reviewing, withdrawing, and every fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.editor_schemas import kind_schema
from generators.outputs.field_guides import annotated, field_guides, fullest
from generators.outputs.known_values import known_terms
from generators.outputs.publication import Publication
from generators.records import KINDS, Kind
from generators.rules import RULES, explanation, title

# For editors, not for the public: neither in the search nor in the sitemap.
_META = {"robots": "noindex"}
_CHAPTERS = (
    ("first-record", "十分钟发布第一条记录", "从取下仓库到上线，六条命令"),
    ("review", "审核和发布", "谁来审、什么时候上线、发错了怎么退回"),
    ("withdrawal", "马上撤下个人信息", "先下线，再清旧版，再清历史"),
)


def handbook(publication: Publication, part: str) -> Iterator[Artifact]:
    """Yield a part of `/handbook/`: its chapters, the pages of faults, or that of a kind."""
    if kind := KINDS.get(part):
        yield _kind_page(publication, kind)
    else:
        yield from _PARTS[part](publication)


def parts(_: Catalogue) -> Iterable[str]:
    """Return the names of the parts: each kind has one, which shows a record as an example."""
    return (*_PARTS, *KINDS)


def _chapters(publication: Publication) -> Iterator[Artifact]:
    yield publication.page(
        "handbook/",
        frame="handbook",
        title="编辑手册",
        description="写给编辑：怎么写记录、怎么审核发布，检查发现的问题怎么改",
        template="pages/handbook.html",
        meta=_META,
        chapters=_CHAPTERS,
        kinds=KINDS.values(),
        faults=[(code, title(code)) for code in RULES],
    )
    for name, heading, says in _CHAPTERS:
        yield _page(publication, name, heading, says, f"pages/handbook/{name}.html")


def _faults(publication: Publication) -> Iterator[Artifact]:
    return (_fault_page(publication, code) for code in RULES)


_PARTS: Mapping[str, Callable[[Publication], Iterator[Artifact]]] = {
    "chapters": _chapters,
    "faults": _faults,
}


def _page(
    publication: Publication, name: str, heading: str, says: str, template: str, **values: object
) -> Artifact:
    return publication.page(
        f"handbook/{name}/",
        frame="handbook/_",
        title=heading,
        description=f"编辑手册：{says}",
        template=template,
        meta=_META,
        shows=None,
        heading=heading,
        **values,
    )


def _kind_page(publication: Publication, kind: Kind) -> Artifact:
    """Return how to write a kind, with the fullest of the site's own records as the example."""
    catalogue = publication.catalogue
    schema, entries = kind_schema(kind, known_terms(catalogue)), catalogue.all_of(kind.name)
    example = fullest(entries) if entries else None
    return _page(
        publication,
        f"write-{kind.name}",
        f"怎么写“{kind.label}”",
        f"{kind.label}的字段和例子",
        "pages/handbook/kind.html",
        kind=kind,
        example=example,
        lines=tuple(annotated(example, schema)) if example else (),
        guides=tuple(field_guides(schema)),
    )


def _fault_page(publication: Publication, code: str) -> Artifact:
    heading, _, body = (explanation(code) or "").partition("\n")
    # Each line of the explanation is a paragraph of its own.
    body = body.strip().replace("\n为什么要紧", "\n\n为什么要紧")
    return _page(publication, code, heading, heading, "pages/fault.html", code=code, body=body)
