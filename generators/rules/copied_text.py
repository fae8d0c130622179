"""两份办事指南的内容几乎一样

错在哪里：两份办事指南的服务内容和申请条件有九成以上相同，多半是复制以后忘了改。
为什么要紧：照着抄来的条件去办，群众会白跑一趟；检查时也会被当作凑数。

错误的写法：

    # procedures/rent-subsidy.yml
    offers: 一次性给5000元，打到您的银行卡。   # 从创业补贴那份抄来的

正确的写法：

    # procedures/rent-subsidy.yml
    offers: 按实际租金的50%补贴，一年最多6000元。

依据：LD/T 2001—2023 6.1.3（信息准确完整）
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from generators.diagnostics import Diagnostic, Note, Severity
from generators.records.procedures import Procedure
from generators.rules.context import Context

CODE = "copied-text"
ONLY_KIND = "procedures"
_ALIKE = 0.9
_BANDS, _ROWS = 8, 3
_SHORTEST = 60


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for the later of two procedures whose texts are nearly the same."""
    procedures = [
        (entry, _shingles(entry.record))
        for entry in context.catalogue.entries
        if isinstance(entry.record, Procedure)
    ]
    candidates = _candidates([shingles for _, shingles in procedures])
    _hashes.cache_clear()  # a build that goes on to write pages has better use for the memory
    for one, other in sorted(candidates):
        (earlier, first), (later, second) = procedures[one], procedures[other]
        if len(first & second) >= _ALIKE * len(first | second):
            yield Diagnostic(
                CODE,
                f"服务内容和申请条件跟《{earlier.record.title}》几乎一样",
                later.source.locate(("offers",)),
                Severity.WARNING,
                hint="核对是不是复制后忘了改；两件事确实一样就合并成一份",
                notes=(Note(earlier.source.locate(("offers",)), "和这里几乎一样"),),
                reference="LD/T 2001—2023 6.1.3",
            )


def _shingles(record: Procedure) -> frozenset[str]:
    """Return the runs of three characters of what a procedure offers and asks."""
    text = "".join((record.offers, *record.conditions))
    text = "".join(character for character in text if character.isalnum())
    if len(text) < _SHORTEST:
        return frozenset()
    return frozenset(text[place : place + 3] for place in range(len(text) - 2))


def _candidates(sets: list[frozenset[str]]) -> set[tuple[int, int]]:
    """Return the pairs that agree in a band of their minimum hashes; few others are alike."""
    buckets: dict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    for number, shingles in enumerate(sets):
        for band, minimums in enumerate(_bands(shingles)):
            buckets[band, minimums].append(number)
    return {pair for group in buckets.values() for pair in combinations(group, 2)}


@lru_cache(maxsize=1 << 16)
def _bands(shingles: frozenset[str]) -> tuple[tuple[int, ...], ...]:
    """Return the minimum hashes, band by band; nothing has none."""
    if not shingles:
        return ()
    rows = tuple(map(min, zip(*map(_hashes, shingles), strict=True)))
    return tuple(rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS))


# The same three characters stand in many texts.
@lru_cache(maxsize=1 << 17)
def _hashes(shingle: str) -> tuple[int, ...]:
    """Return a number for each row; another one for every row."""
    data = shingle.encode()
    salts = (row.to_bytes(8, "big") for row in range(_BANDS * _ROWS))
    digests = (hashlib.blake2b(data, digest_size=8, salt=salt).digest() for salt in salts)
    return tuple(int.from_bytes(digest, "big") for digest in digests)
