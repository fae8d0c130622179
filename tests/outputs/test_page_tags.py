"""The tags of 国办发〔2017〕47号."""

from __future__ import annotations

from generators.catalogue import Catalogue
from generators.outputs.page_tags import (
    column_tags,
    meta_elements,
    record_tags,
    site_domain,
    written_tags,
)


def test_domain_has_no_path() -> None:
    """Below a path the domain is still the host's name."""
    assert site_domain("https://www.shili.example/cyfw/") == "www.shili.example"


def test_page_below_a_section_names_the_section() -> None:
    """A list, its later pages and the records share a column."""
    assert column_tags("policies/page-2/", "创业政策（第2页）", "x")["ColumnName"] == "创业政策"


def test_page_that_stands_alone_is_its_own_section() -> None:
    """The complaint page is a column of its own."""
    tags = column_tags("complaints/", "投诉与监督", "到哪里说")
    assert tags["ColumnName"] == "投诉与监督"
    assert tags["ColumnDescription"] == "到哪里说"


def test_record_says_when_it_was_published_and_by_whom(catalogue: Catalogue) -> None:
    """The time is YYYY-MM-DD HH:MM, the source is who runs the site."""
    entry = catalogue.find("policies", "startup-loan-2023")
    assert entry
    tags = record_tags(entry, catalogue.site, "https://a.example/x/")
    assert tags["ArticleTitle"] == entry.record.title
    assert tags["PubDate"] == f"{entry.record.published_at:%Y-%m-%d %H:%M}"
    assert tags["ContentSource"] == catalogue.site.operator
    assert tags["Url"] == "https://a.example/x/"


def test_written_page_has_only_the_time_it_gives(catalogue: Catalogue) -> None:
    """A date that nobody gave is not made up."""
    assert "PubDate" not in written_tags("隐私说明", {}, catalogue.site)
    given = written_tags("隐私说明", {"published_at": "2026-11-20 09:00"}, catalogue.site)
    assert given["PubDate"] == "2026-11-20 09:00"


def test_values_are_escaped() -> None:
    """A quotation mark in a title does not end the attribute."""
    assert meta_elements({"A": '"><b'}) == '<meta name="A" content="&#34;&gt;&lt;b">\n'
