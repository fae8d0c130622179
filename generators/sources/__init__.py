"""From bytes on the disk to records with positions; every fault becomes a finding."""

from generators.sources.reader import (
    UNSEEN,
    Draft,
    Entry,
    Found,
    Source,
    Stats,
    find_sources,
    read_entry,
    read_model,
    read_sources,
)

__all__ = [
    "UNSEEN",
    "Draft",
    "Entry",
    "Found",
    "Source",
    "Stats",
    "find_sources",
    "read_entry",
    "read_model",
    "read_sources",
]
