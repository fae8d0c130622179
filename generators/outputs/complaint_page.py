"""The page on complaints and supervision: who, how, in what time, with what result (7.3)."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.outputs.publication import Publication


def complaint_page(publication: Publication) -> Iterator[Artifact]:
    """Yield the complaint page with the latest published figures."""
    catalogue = publication.catalogue
    reports = sorted(
        catalogue.of("reports"), key=lambda entry: entry.record.published_at, reverse=True
    )
    yield publication.page(
        "complaints/",
        frame="complaints",
        title="投诉与监督",
        description=f"对服务不满意，到{catalogue.site.complaints.section}反映：现场、信函、电话、网络都可以",
        template="pages/complaints.html",
        reports=reports,
    )
