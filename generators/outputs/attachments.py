"""The files that records offer for download."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.outputs.publication import Publication


def attachments(publication: Publication) -> Iterator[Artifact]:
    """Yield every attachment that a published record refers to."""
    paths = {path for entry in publication.catalogue.published for path in entry.attachments}
    for path in sorted(paths):
        yield Artifact(path, (publication.content / path).read_bytes())
