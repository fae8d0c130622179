"""The pages the host generator is asked for, one per place that records are stamped into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generators.catalogue import Catalogue
from generators.records import KINDS


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A page for the host to render: *name* is its folder, empty for the home page.

    *section* is the folder of the navigation entry it belongs to; only a page with a
    *label* is in the navigation itself.
    """

    name: str
    section: str
    label: str | None = None

    @property
    def source(self) -> str:
        """Return the path of the Markdown file the host is given."""
        return f"{self.name}/index.md" if self.name else "index.md"

    @property
    def markdown(self) -> str:
        """Return that file's text: front matter only, the marks are in the template."""
        return (
            "---\ntemplate: frame.html\n"
            f"title: '{self.label or '%%catalogue:title%%'}'\n"
            f"section: {self.section}\nhide: [navigation, toc]\n---\n"
        )


def placeholders(catalogue: Catalogue) -> Iterator[Placeholder]:
    """Yield the placeholders in the order of the navigation; empty sections have none."""
    yield Placeholder("", "index", "首页")
    for kind in KINDS.values():
        if catalogue.count_of(kind.name):
            yield Placeholder(kind.name, kind.name, kind.short)
            yield Placeholder(f"{kind.name}/_", kind.name)
    if catalogue.count_of("procedures"):
        yield Placeholder("procedures/_/notice", "procedures")
    yield Placeholder("complaints", "complaints", "投诉")
    yield Placeholder("deadlines", "deadlines")
    yield Placeholder("calendar", "calendar")
    yield Placeholder("calendar/_", "calendar")
    yield Placeholder("timeline", "timeline")
    yield Placeholder("timeline/_", "timeline")
    yield Placeholder("changes", "changes")
    yield Placeholder("standard", "standard")
    yield Placeholder("search", "search")
    yield Placeholder("sitemap", "sitemap")
    yield Placeholder("audiences/_", "audiences")
    yield Placeholder("topics/_", "topics")
    yield Placeholder("handbook", "handbook")
    yield Placeholder("handbook/_", "handbook")


def navigation(wanted: Sequence[Placeholder], written: Sequence[str]) -> list[dict[str, object]]:
    """Compose the host's `nav`: the sections, then the hand-written pages under 帮助."""
    sections: list[dict[str, object]] = [{p.label: p.source} for p in wanted if p.label]
    return [*sections, {"帮助": list(written)}] if written else sections
