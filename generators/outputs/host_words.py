"""What the host's templates, which know no records, may ask for."""

from __future__ import annotations

from collections.abc import Mapping

from generators.outputs.corrections import NamedPage
from generators.outputs.page_tags import site_domain, written_tags
from generators.outputs.page_tools import page_tools
from generators.outputs.tables import scrollable_tables
from generators.outputs.templates import Templates
from generators.records.site import Site


def host_words(site: Site, templates: Templates, site_url: str) -> dict[str, object]:
    """Return the globals of the host's templates by name."""
    base_url = site_url.rstrip("/") + "/"

    def tools_of(title: str, path: str) -> str:
        return page_tools(templates, site, NamedPage.of(title, base_url + path))

    def tags_of(title: str, meta: Mapping[str, object]) -> dict[str, str]:
        return written_tags(title, meta, site)

    return {
        "publisher": site,
        "site_domain": site_domain(site_url),
        "page_tools": tools_of,
        "page_tags": tags_of,
        "scrollable_tables": scrollable_tables,
    }
