"""The page on complaints and supervision: who, how, in what time, with what result (7.3)."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.publication import Publication
from generators.outputs.trends import bar_chart
from generators.records.reports import Complaints, Ratings, Report

# As many quarters as a phone shows side by side.
QUARTERS = 6


def complaint_page(publication: Publication) -> Iterator[Artifact]:
    """Yield the complaint page with the figures of the last quarters."""
    catalogue = publication.catalogue
    complaints, ratings = complaint_figures(catalogue), rating_figures(catalogue)
    yield publication.page(
        "complaints/",
        frame="complaints",
        title="投诉与监督",
        description=f"对服务不满意，到{catalogue.site.complaints.section}反映：现场、信函、电话、网络都可以",
        template="pages/complaints.html",
        reports=sorted(
            catalogue.of("reports"), key=lambda entry: entry.record.published_at, reverse=True
        ),
        complaint_quarters=complaints,
        rating_quarters=ratings,
        charts=_charts(complaints, ratings),
    )


def complaint_figures(catalogue: Catalogue) -> list[tuple[str, Complaints]]:
    """Return (period, figures) of the last quarters with published complaints, oldest first."""
    return [(_label(r), r.complaints) for r in _reports(catalogue, "投诉") if r.complaints]


def rating_figures(catalogue: Catalogue) -> list[tuple[str, Ratings]]:
    """Return (period, figures) of the last quarters with published ratings, oldest first."""
    return [(_label(r), r.ratings) for r in _reports(catalogue, "好差评") if r.ratings]


def _reports(catalogue: Catalogue, kind: str) -> list[Report]:
    records = [entry.record for entry in catalogue.of("reports")]
    found = [r for r in records if isinstance(r, Report) and r.kind == kind]
    return sorted(found, key=lambda report: report.period.starts_on)[-QUARTERS:]


def _label(report: Report) -> str:
    """Return a label short enough for a chart, such as 26年3季度."""
    start = report.period.starts_on
    return f"{start:%y}年{(start.month + 2) // 3}季度"


def _charts(
    complaints: list[tuple[str, Complaints]], ratings: list[tuple[str, Ratings]]
) -> list[tuple[str, object]]:
    """Return (caption, chart) for what people ask of a service: how many, how fast, how good."""
    received = [(label, float(figures.received)) for label, figures in complaints]
    days = [(label, float(figures.median_workdays)) for label, figures in complaints]
    good = [(label, _good_rate(figures)) for label, figures in ratings if figures.total]
    charts = [
        ("收到投诉（件）", bar_chart("收到投诉", received, unit="件")),
        ("办结用时中位数（工作日）", bar_chart("办结用时中位数", days, unit="个工作日")),
        ("好评率（%）", bar_chart("好评率", good, unit="%")),
    ]
    return [(caption, chart) for caption, chart in charts if chart]


def _good_rate(figures: Ratings) -> float:
    return round(100 * (figures.total - figures.negative) / figures.total, 1)
