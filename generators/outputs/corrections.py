"""Where one says that something on a page is wrong, with the page and its version named."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from generators.records.site import Site
from generators.sources import Entry


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page, and the record it shows, as those who mend it need them named."""

    title: str
    address: str
    identifier: str = ""
    version: str = ""

    @classmethod
    def of(cls, title: str, address: str, entry: Entry | None = None) -> NamedPage:
        """Name a page; *entry* is the record whose page it is."""
        if entry is None:
            return cls(title, address)
        return cls(title, address, entry.path.strip("/"), entry.record.updated_on.isoformat())


def correction_form(site: Site, page: NamedPage) -> str:
    """Return the address of 我为政府网站找错 with the page filled in, or nothing."""
    if not site.corrections_url:
        return ""
    # The national platform reads the first two, any other may read the rest.
    fields = {
        "site_code": site.registration.site_code,
        "url": page.address,
        "title": page.title,
        "id": page.identifier,
        "version": page.version,
    }
    joint = "&" if urlsplit(site.corrections_url).query else "?"
    return (
        site.corrections_url
        + joint
        + "&".join(f"{name}={_coded(value)}" for name, value in fields.items() if value)
    )


def correction_mail(site: Site, page: NamedPage) -> str:
    """Return the address of a mail with the page filled in, or nothing."""
    if not site.email:
        return ""
    named = (
        ("网页", page.title),
        ("网址", page.address),
        ("编号", page.identifier),
        ("版本", page.version),
    )
    lines = [_coded(f"{label}：") + _coded(value) for label, value in named if value]
    lines += ["", _coded("哪里写错了："), _coded("应该怎么写：")]
    # RFC 6068: a line ends in CR LF.
    body = "%0D%0A".join(lines)
    return f"mailto:{site.email}?subject={_coded('信息有误：')}{_coded(page.title)}&body={body}"


# A page says the same words twice, and all pages most of them.
@lru_cache(maxsize=256)
def _coded(text: str) -> str:
    return quote(text, safe="")
