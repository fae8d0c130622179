"""Tables of how well engines answer, and of the queries they answer worst."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import fmean, median

from tests.relevance.answers import Answers
from tests.relevance.measures import (
    Grades,
    ndcg_at_10,
    precision_at_10,
    recall,
    reciprocal_rank,
)
from tests.relevance.queries import WAYS, Query

Measure = Callable[[Sequence[str], Grades], float]

_MEASURES: Mapping[str, Measure] = {
    "recall": recall,
    "P@10": precision_at_10,
    "MRR": reciprocal_rank,
    "nDCG@10": ndcg_at_10,
}
_BYTES = ("first answer", "later, median", "later, most")


def comparison(
    queries: Sequence[Query], engines: Mapping[str, Answers], heading: str = "engine"
) -> Iterator[str]:
    """Yield a line an engine: the means of the measures, and the bytes loaded."""
    yield (
        f"{heading:16}"
        + "".join(f"{name:>9}" for name in _MEASURES)
        + ("".join(f"{name:>15}" for name in _BYTES))
    )
    for name, answers in engines.items():
        means = "".join(f"{_mean(m, queries, answers):9.3f}" for m in _MEASURES.values())
        yield f"{name:16}{means}" + "".join(f"{size:>15,}" for size in _bytes(queries, answers))


def by_way(queries: Sequence[Query], engines: Mapping[str, Answers]) -> Iterator[str]:
    """Yield a line a way of asking: every engine's mean reciprocal rank and nDCG."""
    yield f"{'way':16}{'queries':>8}" + "".join(
        f"{name + ' MRR':>20}{'nDCG@10':>9}" for name in engines
    )
    for way in WAYS:
        asked = [query for query in queries if query.way == way]
        yield f"{way:16}{len(asked):8}" + "".join(
            f"{_mean(reciprocal_rank, asked, answers):20.3f}{_mean(ndcg_at_10, asked, answers):9.3f}"
            for answers in engines.values()
        )


def worst(queries: Sequence[Query], answers: Answers, number: int) -> Iterator[str]:
    """Yield the queries with the lowest nDCG, what came first, and what was wanted."""
    scored = sorted(queries, key=lambda q: ndcg_at_10(answers[q.text].paths, q.grades))
    for query in scored[:number]:
        paths = answers[query.text].paths
        wanted = " ".join(path for path, grade in query.grades.items() if grade == 3)
        yield (
            f"{ndcg_at_10(paths, query.grades):5.3f}  {query.way}: {query.text}\n"
            f"       came: {' '.join(paths[:3]) or 'nothing'}\n"
            f"       wanted: {wanted}"
        )


def _mean(measure: Measure, queries: Sequence[Query], answers: Answers) -> float:
    return fmean(measure(answers[query.text].paths, query.grades) for query in queries)


def _bytes(queries: Sequence[Query], answers: Answers) -> tuple[int, int, int]:
    first = round(median(answers[query.text].first for query in queries))
    later = [answers[query.text].later for query in queries]
    return first, round(median(later)), max(later)
