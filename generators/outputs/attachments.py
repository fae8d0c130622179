"""The files that records offer for download."""

from __future__ import annotations

from generators.artifacts import Artifact
from generators.outputs.publication import Publication


def attachments(publication: Publication) -> list[str]:
    """Return the path of every attachment that a published record refers to."""
    return sorted({p for entry in publication.catalogue.published for p in entry.attachments})


def attachment(publication: Publication, path: str) -> Artifact:
    """Return an attachment as it is to be downloaded."""
    return Artifact(path, (publication.content / path).read_bytes())
