"""What an output may use: the catalogue, the host's frames and pages, the templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape, unescape
from pathlib import Path
from typing import NamedTuple

from generators.artifacts import Page
from generators.catalogue import Catalogue
from generators.changes.history import History
from generators.outputs.corrections import NamedPage
from generators.outputs.frames import Frame
from generators.outputs.page_tags import column_tags, meta_elements
from generators.outputs.page_tools import page_tools
from generators.outputs.templates import Templates
from generators.sources import Entry

_TAG = re.compile(r"<[^>]+>")
_STRESSED = re.compile(r"<(h[2-6]|strong)\b[^>]*>(.*?)</\1>", re.S)


class HostPage(NamedTuple):
    """A hand-written page the host rendered: its path, title and readable text.

    *stressed* are its headings and bold words, a line each.
    """

    path: str
    title: str
    text: str
    stressed: str = ""

    @classmethod
    def of_html(cls, path: str, title: str, html: str) -> HostPage:
        """Make a page of its rendered content, keeping only what can be read."""
        stressed = dict.fromkeys(_read(words) for _, words in _STRESSED.findall(html))
        return cls(path, title, _read(html), "\n".join(stressed))


def _read(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())


@dataclass(frozen=True)
class Publication:
    """Everything the outputs are a function of.

    *compared* are the folders of the pages that compare a kind, by the kind's name.
    """

    catalogue: Catalogue
    site_url: str
    content: Path
    frames: Mapping[str, Frame]
    pages: tuple[HostPage, ...]
    templates: Templates
    compared: Mapping[str, str] = field(default_factory=dict)
    history: History = field(default_factory=History)

    @cached_property
    def base_url(self) -> str:
        """Return the site's address with a closing slash."""
        return self.site_url.rstrip("/") + "/"

    def page(
        self,
        path: str,
        *,
        frame: str,
        title: str,
        description: str,
        template: str,
        meta: Mapping[str, str] | None = None,
        shows: Entry | None = None,
        **values: object,
    ) -> Page:
        """Stamp a page: render *template* and fill *frame* with it.

        *path* is the page's folder, empty or with a closing slash; *shows* is the record whose
        page it is.
        """
        base = "../" * path.count("/") or "./"
        body = self.templates.render(
            template, catalogue=self.catalogue, site=self.catalogue.site, base=base, **values
        )
        name = self.catalogue.site.name
        named = NamedPage.of(title, self.base_url + path, shows)
        marks = {
            "title": escape(f"{title} - {name}" if path else name),
            "description": escape(description),
            "path": path,
            "meta": meta_elements(column_tags(path, title, description) | dict(meta or {})),
            "body": body + page_tools(self.templates, self.catalogue.site, named),
        }
        into = self.frames[frame]
        # The path stands only in addresses, which nobody reads.
        own = "\n".join(html for name, html in marks.items() if name != "path")
        return Page(f"{path}index.html", into.fill(marks).encode(), own, into.html)
