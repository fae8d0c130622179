"""The addresses of other websites that the content names, with every place that names them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from generators.diagnostics import Span
from generators.sources import Source

_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\^{}\[\]（）“”‘’，。；、：！？《》]+")
_COMMENT = re.compile(r"^\s*#.*$", re.M)
# What ends a sentence or a bracket, and not an address.
_TRAILING = ".,;:!?)*"
# Names that lead nowhere by agreement (RFC 2606); sample content uses them.
_RESERVED = (".example", ".test", ".invalid", ".localhost")
_NOT_CONTENT = ("links.yml",)


def addresses(sources: Iterable[Source]) -> Mapping[str, tuple[Span, ...]]:
    """Return every address with its places, in the order of the files."""
    found: dict[str, list[Span]] = defaultdict(list)
    for source in sources:
        for address, span in _in_text(source):
            found[address].append(span)
    return {address: tuple(spans) for address, spans in found.items()}


def _in_text(source: Source) -> Iterator[tuple[str, Span]]:
    text = source.text
    sought = text
    if source.path.endswith(".yml"):
        # As long as before, so that places stay where they are.
        sought = _COMMENT.sub(lambda comment: " " * len(comment.group()), text)
    for match in _ADDRESS.finditer(sought):
        address = match.group().rstrip(_TRAILING)
        # A bracket that was opened within the address is part of it.
        if address.count("(") > address.count(")"):
            address += ")"
        yield address, Span.within(source.path, text, match.start(), match.start() + len(address))


def is_reserved(address: str) -> bool:
    """Tell whether an address is of a sample and can lead nowhere."""
    return (urlsplit(address).hostname or "").endswith(_RESERVED)


def other_sources(content: Path) -> Iterator[Source]:
    """Yield the files beside the records that may name addresses: settings and pages."""
    files = (*content.glob("*.yml"), *(content / "pages").rglob("*.md"))
    for file in sorted(files):
        path = file.relative_to(content).as_posix()
        if path not in _NOT_CONTENT:
            yield Source(path, file.read_bytes())
