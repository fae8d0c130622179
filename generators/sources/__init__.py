"""From bytes on the disk to records with positions; every fault becomes a finding."""

from generators.sources.files import (
    UNSEEN,
    Found,
    Source,
    Stamp,
    Stats,
    files_below,
    find_sources,
    read_sources,
)
from generators.sources.reader import Draft, Entry, read_entry, read_model

__all__ = [
    "UNSEEN",
    "Draft",
    "Entry",
    "Found",
    "Source",
    "Stamp",
    "Stats",
    "files_below",
    "find_sources",
    "read_entry",
    "read_model",
    "read_sources",
]
