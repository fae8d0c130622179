"""The values that exist and may be chosen, each with what explains it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generators.catalogue import Catalogue
from generators.records import KINDS
from generators.records.institutions import Institution


@dataclass(frozen=True, slots=True)
class Known:
    """Labels of vocabularies, ids by kind, windows, and the institutions that have faults."""

    terms: Mapping[str, Mapping[str, str]]
    ids: Mapping[str, Mapping[str, str]]
    windows: Mapping[str, str]
    drafts: tuple[str, ...]


def known_terms(catalogue: Catalogue) -> Known:
    """Return what may be chosen whatever records there are."""
    return Known(
        {
            name: {term.label: term.explains or "" for term in terms}
            for name, terms in catalogue.vocabularies.items()
        },
        {kind: {} for kind in KINDS},
        windows={},
        drafts=(),
    )


def known_values(catalogue: Catalogue, ids: Mapping[str, Iterable[str]]) -> Known:
    """Return what may be chosen; *ids* are those that exist, of records with faults too."""
    titles = {(entry.kind.name, entry.id): entry.record.title for entry in catalogue.entries}
    institutions = {e.id: e.record for e in catalogue.entries if isinstance(e.record, Institution)}
    return Known(
        known_terms(catalogue).terms,
        {
            kind: {name: titles.get((kind, name), "这条记录有错误待改") for name in sorted(names)}
            for kind, names in ids.items()
        },
        {
            f"{name}#{window.name}": f"{record.title}：{'、'.join(window.serves)}"
            for name, record in sorted(institutions.items())
            for window in record.windows
        },
        tuple(sorted(set(ids["institutions"]) - set(institutions))),
    )
