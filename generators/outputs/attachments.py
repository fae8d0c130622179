"""The files that records offer for download."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.outputs.publication import Publication
from generators.records.values import Attachment


def attachments(publication: Publication) -> Iterator[Artifact]:
    """Yield every attachment that a published record refers to."""
    paths = {
        str(leaf.value)
        for entry in publication.catalogue.published
        for leaf in entry.leaves()
        if leaf.mark(Attachment)
    }
    for path in sorted(paths):
        yield Artifact(path, (publication.content / path).read_bytes())
