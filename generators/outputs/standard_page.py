"""The page that holds the service against the standard, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.audit import Built, audit
from generators.outputs.publication import Publication

PATH = "standard/"


def standard_page(publication: Publication, built: Built) -> Iterator[Artifact]:
    """Yield `/standard/`, judged from the records and from all other pages of the same build."""
    result = audit(publication.catalogue, built=built)
    yield publication.page(
        PATH,
        frame="standard",
        title="标准对照",
        description="对照LD/T 2001—2023《公共创业服务规范》，一条一条看做到没有，依据在哪里",
        template="pages/standard.html",
        audit=result,
        tallies={tally.strength: tally for tally in result.tallies},
    )
