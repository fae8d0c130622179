"""The shards of the index: in which file each term lies, and the bytes of these files.

A shard maps terms to their postings, and `EXACT` to the titles whose hash tells this shard. A term
that many documents have lies in a file of its own, so that nobody loads it for another's sake;
short ones whose hash has the same low bits, of which there are few, lie there too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from generators.search.coding import coded
from generators.search.filing import EXACT, MARKS
from generators.search.hashing import fnv1a_of
from generators.search.packing import DIGITS, packed
from generators.search.postings import Postings

SHARD_ROWS = 500
"""Rows in a shard, on average: what one term costs to ask for."""
_LEAST, _MOST = 512, 1024  # rows of a common term; how many such terms there are at most
_PLACES = 6  # digits of a hash


@dataclass(frozen=True, slots=True)
class Plan:
    """So many files by hash, then one for each of the marks of *common* terms."""

    hashed: int
    common: tuple[int, ...]

    def homes(self, terms: Sequence[str]) -> NDArray[np.int64]:
        """Return the file of each term."""
        hashes = fnv1a_of(terms)
        common = np.array(self.common, np.int64)
        places = np.searchsorted(common, hashes % MARKS)
        is_common = np.isin(hashes % MARKS, common)
        return np.where(is_common, self.hashed + places, hashes % self.hashed)


@dataclass(frozen=True, slots=True)
class Shards:
    """The files of a plan, in its order."""

    plan: Plan
    files: tuple[bytes, ...]


def sharded(postings: Postings, titles: Sequence[int]) -> Shards:
    """Return the shards of postings, and of the hashes of titles in the order of documents."""
    plan = _plan(postings)
    every = range(plan.hashed + len(plan.common))
    return Shards(plan, tuple(_files(plan, every, postings, titles)))


def resharded(
    known: Shards,
    changed: Collection[str],
    postings: Postings,
    titles: Sequence[int],
    renamed: Collection[int],
) -> Shards:
    """Return the shards where only *changed* terms and *renamed* titles are not as in *known*."""
    if known.plan != _plan(postings):
        return sharded(postings, titles)
    called = (title % known.plan.hashed for title in renamed)
    touched = sorted({*known.plan.homes([*changed]).tolist(), *called})
    files = list(known.files)
    for number, data in zip(touched, _files(known.plan, touched, postings, titles), strict=True):
        files[number] = data
    return Shards(known.plan, tuple(files))


def _plan(postings: Postings) -> Plan:
    """Plan so that a few rows more or less seldom change what lies where."""
    rows = _LEAST
    while np.count_nonzero(postings.counts >= rows) > _MOST:
        rows = _rounded(rows) + max(1, _rounded(rows) // 8)
    is_common = postings.counts >= rows
    common = fnv1a_of([*compress(postings.terms, is_common.tolist())]) % MARKS
    others = int(postings.counts[~is_common].sum()) // SHARD_ROWS
    return Plan(_rounded(max(1, others)), tuple(np.unique(common).tolist()))


def _rounded(count: int) -> int:
    """Return a number of which only the first four binary digits may be ones."""
    digits = max(0, count.bit_length() - 4)
    return count >> digits << digits


def _files(
    plan: Plan, numbers: Sequence[int], postings: Postings, titles: Sequence[int]
) -> Iterator[bytes]:
    """Yield the files of these numbers."""
    entries: defaultdict[int, list[str]] = defaultdict(list)
    for home, text in _called(plan, numbers, titles).items():
        entries[home].append(f'"{EXACT}":"{text}"')
    homes = plan.homes(postings.terms)
    is_wanted = np.isin(homes, numbers)
    some = postings if is_wanted.all() else postings.of(is_wanted)
    for home, term, text in zip(homes[is_wanted].tolist(), some.terms, coded(some), strict=True):
        entries[home].append(f'"{term}":"{text}"')
    for number in numbers:
        yield f"{{{','.join(entries[number])}}}".encode()


def _called(plan: Plan, numbers: Sequence[int], titles: Sequence[int]) -> Mapping[int, str]:
    """Return the titles in each file: the gap before each document, and the title's hash."""
    homes = np.array(titles, np.int64) % plan.hashed
    last: dict[int, int] = {}
    found: defaultdict[int, str] = defaultdict(str)
    for number in np.flatnonzero(np.isin(homes, numbers)).tolist():
        home = int(homes[number])
        found[home] += packed(number - last.get(home, -1)) + _hash(titles[number])
        last[home] = number
    return found


def _hash(value: int) -> str:
    return "".join(DIGITS[value >> 6 * place & 63] for place in range(_PLACES))
