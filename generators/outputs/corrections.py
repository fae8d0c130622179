"""Where one says that something on a page is wrong, with the page and its version named."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

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
    return site.corrections_url + joint + urlencode({k: v for k, v in fields.items() if v})


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
    lines = [f"{label}：{value}" for label, value in named if value]
    # RFC 6068: a line ends in CR LF.
    body = "\r\n".join([*lines, "", "哪里写错了：", "应该怎么写："])
    subject = f"信息有误：{page.title}"
    return f"mailto:{site.email}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
