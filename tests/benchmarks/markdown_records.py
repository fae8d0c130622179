"""The records of a project as Markdown, for builders that know nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from generators.catalogue import Catalogue
from generators.records.walk import title_at
from generators.sources import Entry

_IN_HEAD = {"title", "summary"}


def write_markdown(catalogue: Catalogue, folder: Path) -> None:
    """Write a file for every record that is published."""
    for entry in catalogue.published:
        file = folder / f"{entry.path.rstrip('/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_markdown(entry), "utf-8")


def as_markdown(entry: Entry) -> str:
    """Write a record: title and summary in front, then every value beside its field's name."""
    record = entry.record
    front = {
        "title": record.title,
        "description": record.summary,
        "date": record.updated_on.isoformat(),
    }
    said = "\n\n".join((record.summary, *_paragraphs(entry)))
    # JSON is YAML, so that everybody reads it.
    return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n{said}\n"


def _paragraphs(entry: Entry) -> Iterator[str]:
    model = type(entry.record)
    for leaf in entry.leaves():
        if leaf.loc[0] not in _IN_HEAD:
            yield f"**{title_at(model, leaf.loc)}**：{leaf.value}"
