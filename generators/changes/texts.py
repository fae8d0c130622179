"""What differs between two texts, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generators.changes.saying import LONGEST, quoted

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]+[”’）」』]*|[^。！？；\n]+")
_MARKS = re.compile(r"^(?:[#>*+-]+|\d+\.)\s+")  # of headings, lists and quotations in Markdown
_MOST = 3
_CONTEXT = 10


def text_difference(old: str, new: str) -> str:
    """Say what became of a text; each of the first few places, and how many more there are."""
    if max(len(old), len(new)) <= LONGEST and "\n" not in old + new:
        return _replaced(old, new)
    places = list(_places(_sentences(old), _sentences(new)))
    if not places:
        return "只改了空格、换行或者标点的位置"
    more = f"；另有{len(places) - _MOST}处" if len(places) > _MOST else ""
    return "；".join(places[:_MOST]) + more


def _sentences(text: str) -> list[str]:
    found = (_MARKS.sub("", " ".join(s.split())) for s in _SENTENCE.findall(text))
    return [sentence for sentence in found if sentence]


def _places(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        before, after = old[start:end], new[first:last]
        if len(before) == len(after):
            yield from (_replaced(*pair) for pair in zip(before, after, strict=True))
        else:
            yield "，".join(_taken_and_given(" ".join(before), " ".join(after)))


def _taken_and_given(before: str, after: str) -> Iterator[str]:
    if before:
        yield f"删去{quoted(before)}"
    if after:
        yield f"加上{quoted(after)}"


def _replaced(before: str, after: str) -> str:
    """Say how a sentence changed, leaving out most of what it has in common."""
    if min(len(before), len(after)) >= _CONTEXT // 2:
        for short, long, verb in ((before, after, "加上"), (after, before, "删去")):
            if long.startswith(short):
                return f"{quoted(short)}后面{verb}{quoted(long.removeprefix(short))}"
            if long.endswith(short):
                return f"{quoted(short)}前面{verb}{quoted(long.removesuffix(short))}"
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    cut, rest = max(0, start - _CONTEXT), max(0, end - _CONTEXT)
    if max(len(before), len(after)) <= LONGEST:
        cut = rest = 0
    return f"{quoted(_part(before, cut, rest))} → {quoted(_part(after, cut, rest))}"


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _part(text: str, cut: int, rest: int) -> str:
    middle = text[cut : len(text) - rest]
    return f"{'…' if cut else ''}{middle}{'…' if rest else ''}"
