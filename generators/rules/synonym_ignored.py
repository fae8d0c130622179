"""搜索时不看的字词，又要让人搜到

错在哪里：content/synonyms.yml 的 ignored 里有一个词，它又写在同义说法里，或者是一条记录的标题、别名，或者是词表里的叫法。
为什么要紧：搜索会跳过 ignored 里的词。群众照着标题或者别名去搜，反而找不到。

错误的写法：

    groups:
      - [投诉, 举报]
    ignored: [怎么, 投诉]

正确的写法：

    groups:
      - [投诉, 举报]
    ignored: [怎么]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from generators.diagnostics import Diagnostic, Note
from generators.records.synonyms import as_compared
from generators.records.walk import Loc
from generators.rules.context import Context
from generators.sources import Entry, Source

CODE = "synonym-ignored"
_RECORDS = {"title": "一条记录的标题", "aliases": "一条记录的别名"}


class _Use(NamedTuple):
    """A word that must be found, what it is, and where it says so."""

    word: str
    what: str
    source: Source
    loc: Loc


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every ignored word that somebody is to find something by."""
    source = context.setting("synonyms.yml")
    ignored = context.catalogue.synonyms.ignored
    if not source or not ignored:
        return
    passed_over = {as_compared(word) for word in ignored}
    used: dict[str, _Use] = {}
    for use in _uses(context, source, passed_over):
        if (word := as_compared(use.word)) in passed_over:
            used.setdefault(word, use)
    for place, word in enumerate(ignored):
        if found := used.get(as_compared(word)):
            yield Diagnostic(
                CODE,
                f"“{word}”写成了不看的字词，又是{found.what}，搜它会找不到",
                source.locate(("ignored", place)),
                hint="从 ignored 里删掉它",
                notes=(Note(found.source.locate(found.loc), "要让人搜到的在这里"),),
            )


def _uses(context: Context, source: Source, passed_over: Set[str]) -> Iterator[_Use]:
    for number, group in enumerate(context.catalogue.synonyms.groups):
        for place, word in enumerate(group):
            yield _Use(word, "同义说法", source, ("groups", number, place))
    yield from _terms(context)
    yield from _named(context.catalogue.entries, passed_over)
    for draft in context.drafts:
        for leaf in draft.leaves():
            if what := _RECORDS.get(str(leaf.loc[0])):
                yield _Use(str(leaf.value), what, draft.source, leaf.loc)


def _named(entries: Iterable[Entry], passed_over: Set[str]) -> Iterator[_Use]:
    for entry in entries:
        record, written = entry.record, entry.source
        # Of ten thousand records hardly one is called so.
        if passed_over.isdisjoint(map(as_compared, (record.title, *record.aliases))):
            continue
        yield _Use(record.title, _RECORDS["title"], written, ("title",))
        for place, alias in enumerate(record.aliases):
            yield _Use(alias, _RECORDS["aliases"], written, ("aliases", place))


def _terms(context: Context) -> Iterator[_Use]:
    for name, terms in context.catalogue.vocabularies.items():
        if source := context.setting(f"vocabularies/{name}.yml"):
            for number, term in enumerate(terms):
                yield _Use(term.label, "词表里的名称", source, (number, "label"))
                for place, alias in enumerate(term.aliases):
                    yield _Use(alias, "词表里的其他叫法", source, (number, "aliases", place))
