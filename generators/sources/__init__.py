"""From bytes on the disk to records with positions; every fault becomes a finding."""

from generators.sources.reader import (
    Draft,
    Entry,
    Found,
    Source,
    find_sources,
    read_entry,
    read_model,
    read_sources,
)

__all__ = [
    "Draft",
    "Entry",
    "Found",
    "Source",
    "find_sources",
    "read_entry",
    "read_model",
    "read_sources",
]
