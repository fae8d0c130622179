"""Scripts as they are published: without comments, a third of what a phone would load."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generators.artifacts import Artifact

# Whole lines only: telling a comment behind code from a text would need a parser.
_COMMENTS = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)\n", re.MULTILINE)


def with_plain_scripts(files: Iterable[Artifact]) -> Iterator[Artifact]:
    """Yield *files*, all modules without comments."""
    for file in files:
        if file.path.endswith(".mjs"):
            yield Artifact.of_text(file.path, without_comments(file.data.decode()))
        else:
            yield file


def without_comments(source: str) -> str:
    """Return a script without the lines that are nothing but comments."""
    return _COMMENTS.sub("", source)
