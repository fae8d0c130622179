"""同义说法里，一个词写了两次

错在哪里：content/synonyms.yml 里，同一个词放在两组里，或者在一组里写了两遍。大小写、全角半角不一样，也算同一个词。
为什么要紧：两组是分开查的。群众搜其中一组的词，找不到另一组的内容；改了一组，另一组容易忘。

错误的写法：

    groups:
      - [房租, 租金]
      - [租金, 场租]

正确的写法：

    groups:
      - [房租, 租金, 场租]      # 意思一样，合成一组；意思不一样的，只留在一组里
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Note, Severity
from generators.records.synonyms import Synonyms, as_compared
from generators.records.walk import Loc
from generators.rules.context import Context
from generators.sources import Source

CODE = "synonym-repeated"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every word of a group that stands in the file before."""
    if source := context.setting("synonyms.yml"):
        first: dict[str, Loc] = {}
        for word, loc in _words(context.catalogue.synonyms):
            earlier = first.setdefault(as_compared(word), loc)
            if earlier != loc:
                yield _finding(source, word, loc, earlier)


def _words(synonyms: Synonyms) -> Iterator[tuple[str, Loc]]:
    for number, group in enumerate(synonyms.groups):
        for place, word in enumerate(group):
            yield word, ("groups", number, place)


def _finding(source: Source, word: str, loc: Loc, earlier: Loc) -> Diagnostic:
    is_within = loc[:2] == earlier[:2]
    return Diagnostic(
        CODE,
        f"“{word}”在一组里写了两遍" if is_within else f"“{word}”放在两组里",
        source.locate(loc),
        Severity.WARNING,
        hint="删掉一个" if is_within else "意思一样就把两组合成一组，不一样就只留在一组里",
        notes=(Note(source.locate(earlier), "首次出现在这里"),),
    )
