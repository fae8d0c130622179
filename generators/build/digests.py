"""Digests of values: what a cached result was made from, in a few bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from generators.catalogue import Catalogue

_SIZE = 16


def digest(*parts: bytes | str) -> bytes:
    """Return a digest of parts, of which none runs into the next."""
    return digest_of(parts)


def digest_of(parts: Iterable[bytes | str]) -> bytes:
    """Return a digest of as many parts as there are."""
    whole = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.digest()


def digest_of_fact(catalogue: Catalogue, name: str) -> bytes:
    """Return a digest of what a catalogue has beside the records, such as its site or its day."""
    if name != "calendar":
        return digest(repr(getattr(catalogue, name)))
    # The order of a set is another in every process.
    days = catalogue.calendar
    return digest_of(
        part
        for known in (map(str, days.years), map(str, days.off), map(str, days.work))
        for part in ("|", *sorted(known))
    )
