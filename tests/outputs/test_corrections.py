"""Telling that something is wrong, with the page named for those who mend it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

from generators.catalogue import Catalogue
from generators.outputs.corrections import NamedPage, correction_form, correction_mail

PAGE = NamedPage("担保贷款 & 贴息", "https://a.example/policies/x/", "policies/x", "2026-10-30")


def test_form_is_filled_in_with_page_and_version(catalogue: Catalogue) -> None:
    """The form gets the site's code, the address, the title, the id and the version."""
    asked = parse_qs(urlsplit(correction_form(catalogue.site, PAGE)).query)
    assert asked == {
        "site_code": [catalogue.site.registration.site_code],
        "url": [PAGE.address],
        "title": [PAGE.title],
        "id": [PAGE.identifier],
        "version": [PAGE.version],
    }


def test_form_that_has_a_query_keeps_it(catalogue: Catalogue) -> None:
    """What corrections_url asks for itself stays."""
    site = catalogue.site.model_copy(update={"corrections_url": "https://b.example/?kind=3"})
    assert correction_form(site, PAGE).startswith("https://b.example/?kind=3&site_code=")


def test_mail_is_written_but_for_the_fault(catalogue: Catalogue) -> None:
    """Subject and body name the page, line by line, and leave room for what is wrong."""
    parts = urlsplit(correction_mail(catalogue.site, PAGE))
    assert parts.path == catalogue.site.email
    asked = dict(pair.split("=", 1) for pair in parts.query.split("&"))
    assert unquote(asked["subject"]) == "信息有误：担保贷款 & 贴息"
    assert unquote(asked["body"]).split("\r\n") == [
        "网页：担保贷款 & 贴息",
        "网址：https://a.example/policies/x/",
        "编号：policies/x",
        "版本：2026-10-30",
        "",
        "哪里写错了：",
        "应该怎么写：",
    ]


def test_page_without_a_record_has_no_number(catalogue: Catalogue) -> None:
    """Only a record has an id and a version."""
    page = replace(PAGE, identifier="", version="")
    assert "编号" not in unquote(correction_mail(catalogue.site, page))
    assert "version" not in correction_form(catalogue.site, page)


def test_site_without_a_channel_offers_none(catalogue: Catalogue) -> None:
    """Without a form and a mailbox there is no address to offer."""
    site = catalogue.site.model_copy(update={"corrections_url": None, "email": None})
    assert (correction_form(site, PAGE), correction_mail(site, PAGE)) == ("", "")


def test_page_of_a_record_is_named_by_its_path_and_last_change(catalogue: Catalogue) -> None:
    """The id is the folder and the file name; the version is the day of the last change."""
    entry = catalogue.of("policies")[0]
    named = NamedPage.of("题目", "https://a.example/", entry)
    assert named.identifier == f"policies/{entry.id}"
    assert named.version == entry.record.updated_on.isoformat()
