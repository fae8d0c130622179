"""The words of the records that a peer is given beside the pages' own."""

from __future__ import annotations

from pathlib import Path

from generators.catalogue import Catalogue

PAGES = Path(__file__).parents[3] / "content" / "pages"


def keywords(catalogue: Catalogue) -> dict[str, str]:
    """Return a record's aliases, topics and audiences by its path; our own search reads them."""
    return {
        entry.path: " ".join((*entry.record.aliases, *entry.record.topics, *entry.record.audiences))
        for entry in catalogue.published
    }


def hand_written() -> list[str]:
    """Return the paths of the hand-written pages."""
    return sorted(f"{file.stem}/" for file in PAGES.glob("*.md"))
