"""The theme's stylesheets without what can match nothing on the pages that the theme renders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_CLASSES = re.compile(r'\sclass="([^"]*)"')
_TOKEN = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]""", re.S)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
# What is inside :not(), :is() and the like need not be there for a selector to match; what is
# inside [] is no class.
_INSIDE = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_CLASS = re.compile(r"\.([\w-]+)")
_CHOSEN_COLOUR = "data-md-color-primary=", "data-md-color-accent="
_GROUPS = ("@media", "@supports")
_PROPERTY = re.compile(
    r"""(?<=[{;\s])(--[\w-]+):((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^;}"'])*)(?:;|(?=\}))"""
)
_READ = re.compile(r"var\((--[\w-]+)")


def classes_of(pages: Iterable[str]) -> frozenset[str]:
    """Return every class that elements of the pages have."""
    found = (names for html in pages for names in _CLASSES.findall(html))
    return frozenset(name for names in found for name in names.split())


def matching_rules(css: str, classes: frozenset[str]) -> str:
    """Return a stylesheet with only the rules that pages with these classes may need.

    Rules inside a rule are kept or left out with it; the theme's are flat.
    """
    return "".join(_kept(_COMMENT.sub("", css), classes))


def read_properties(css: str, *others: str) -> str:
    """Return a stylesheet without the custom properties that neither it nor the others read."""
    read = {name for text in (css, *others) for name in _READ.findall(text)}
    return _PROPERTY.sub(lambda match: match[0] if match[1] in read else "", css)


def _kept(css: str, classes: frozenset[str]) -> Iterator[str]:
    for prelude, block in _rules(css):
        if block is None:
            yield f"{prelude};"
        elif prelude.startswith(_GROUPS):
            if inner := matching_rules(block, classes):
                yield f"{prelude}{{{inner}}}"
        elif prelude.startswith("@"):
            yield f"{prelude}{{{block}}}"
        elif selectors := [s for s in _selectors(prelude) if _may_match(s, classes)]:
            yield f"{','.join(selectors)}{{{block}}}"


def _rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Yield what stands before every outermost block, and the block; a statement has none."""
    start = inside = depth = 0
    for token in _TOKEN.finditer(css):
        match token[0]:
            case "{":
                inside = inside if depth else token.end()
                depth += 1
            case "}":
                depth -= 1
                if depth == 0:
                    yield css[start : inside - 1].strip(), css[inside : token.start()]
                    start = token.end()
            case ";" if depth == 0:
                yield css[start : token.start()].strip(), None
                start = token.end()


def _selectors(prelude: str) -> Iterator[str]:
    """Yield the selectors of a list; commas within brackets do not part them."""
    start = depth = 0
    for place, letter in enumerate(prelude):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            yield prelude[start:place]
            start = place + 1
    yield prelude[start:]


def _may_match(selector: str, classes: frozenset[str]) -> bool:
    """Tell whether elements with these classes, and no colour of the theme's, may be meant."""
    if any(mark in selector for mark in _CHOSEN_COLOUR):
        return False
    needed = selector
    while (less := _INSIDE.sub("", needed)) != needed:
        needed = less
    return classes.issuperset(_CLASS.findall(needed))
