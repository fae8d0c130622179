"""The tags by which a page names its section and itself (国办发〔2017〕47号, 网页标签)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from markupsafe import escape

from generators.outputs.templates import moment
from generators.records import KINDS
from generators.records.site import Site
from generators.sources import Entry

HELP = "帮助"


def site_domain(site_url: str) -> str:
    """Return the site's domain without its path."""
    return urlsplit(site_url).netloc


def column_tags(path: str, title: str, description: str) -> dict[str, str]:
    """Return the tags of a page that is a section, or stands in one."""
    kind = KINDS.get(path.partition("/")[0])
    if kind:
        return {
            "ColumnName": kind.label,
            "ColumnDescription": kind.describes,
            "ColumnKeywords": f"{kind.short},{kind.label}",
            "ColumnType": kind.short,
        }
    return {
        "ColumnName": title,
        "ColumnDescription": description,
        "ColumnKeywords": title,
        "ColumnType": title,
    }


def record_tags(entry: Entry, site: Site, address: str) -> dict[str, str]:
    """Return the tags of a record's page."""
    record = entry.record
    return {
        "ArticleTitle": record.title,
        "PubDate": moment(record.published_at),
        "ContentSource": site.operator,
        "Author": record.owner,
        "Keywords": ",".join((*record.topics, *record.audiences)),
        "Description": record.summary,
        "Url": address,
    }


def written_tags(title: str, meta: Mapping[str, object], site: Site) -> dict[str, str]:
    """Return the tags of a hand-written page, with its `published_at` where it gives one."""
    tags = {
        "ColumnName": HELP,
        "ColumnDescription": f"怎么用{site.name}",
        "ColumnKeywords": HELP,
        "ColumnType": HELP,
        "ArticleTitle": title,
        "ContentSource": site.operator,
        "Description": str(meta.get("description", "")),
    }
    if published := meta.get("published_at"):
        tags["PubDate"] = str(published)
    return {name: value for name, value in tags.items() if value}


def meta_elements(tags: Mapping[str, str]) -> str:
    """Write tags as HTML."""
    return "".join(
        f'<meta name="{name}" content="{escape(value)}">\n' for name, value in tags.items()
    )
