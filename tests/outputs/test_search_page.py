"""What the browser is given of every document: the card that lists show."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from generators.catalogue import Catalogue

LINK = re.compile(r'href="([^"]*)"')


@cache
def _documents(site: Path) -> list[dict[str, str]]:
    files = sorted(site.glob("search/*/documents/*.json"), key=lambda f: int(f.stem))
    return [json.loads(file.read_text("utf-8")) for file in files]


def _order(site: Path) -> list[int]:
    (file,) = site.glob("search/*/orders.json")
    orders = json.loads(file.read_text("utf-8"))
    newest: list[int] = orders["newest"]
    return newest


def test_card_links_to_its_document_from_the_root(site: Path) -> None:
    """Every card is one item whose link is the document's path."""
    for document in _documents(site):
        card = document["card"]
        assert card.startswith('<li class="card">')
        assert card.endswith("</li>")
        assert LINK.findall(card) == [document["path"]]


def test_card_has_no_runs_of_space(site: Path) -> None:
    """Ten cards are loaded with every answer, so their markup has no lines and indents."""
    assert not [d["path"] for d in _documents(site) if re.search(r"\s\s|\n", d["card"])]


def test_card_says_what_the_list_says(site: Path) -> None:
    """A record's card has the same words as the card in the list of its section."""
    first = next(d for d in _documents(site) if d["kind"] == "policies")
    listed = (site / "policies/index.html").read_text("utf-8")
    said = re.sub(r"<[^>]+>|\s+", "", first["card"].replace(">政策<", "><"))
    assert said in re.sub(r"<[^>]+>|\s+", "", listed)


def test_hand_written_page_has_a_plain_card(site: Path) -> None:
    """A page's card begins with its text, not with its title once more."""
    about = next(d for d in _documents(site) if d["path"] == "about/")
    assert '<p class="card__summary">先说明一件事' in about["card"]


def test_newest_documents_come_first(site: Path, catalogue: Catalogue) -> None:
    """The order by age has every document once, the last published record first."""
    order = _order(site)
    documents = _documents(site)
    assert sorted(order) == list(range(len(documents)))
    newest = max(entry.record.published_at for entry in catalogue.published)
    kind, identifier = documents[order[0]]["path"].strip("/").split("/")
    entry = catalogue.find(kind, identifier)
    assert entry is not None
    assert entry.record.published_at == newest
    assert "/" not in documents[order[-1]]["path"].strip("/")
