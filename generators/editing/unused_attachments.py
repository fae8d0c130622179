"""Attachments that no record and no page offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generators.diagnostics import Diagnostic, Severity, Span
from generators.sources import Source


def unused_attachments(content: Path, sources: Iterable[Source]) -> Iterator[Diagnostic]:
    """Yield a finding for every attachment that nothing names.

    What has the name of a used one and another ending belongs to it: the weights of a survey.
    """
    folder = content / "attachments"
    paths = sorted(
        file.relative_to(content).as_posix() for file in folder.rglob("*") if file.is_file()
    )
    texts = [source.text for source in sources]
    used = {path for path in paths if any(path in text for text in texts)}
    stems = {PurePosixPath(path).with_suffix("") for path in used}
    for path in paths:
        if PurePosixPath(path).with_suffix("") not in stems:
            yield Diagnostic(
                "unused-attachment",
                "没有一条记录、一个页面用到这个附件",
                Span(path),
                Severity.WARNING,
                hint="有用的写进记录，没有用的删掉",
            )
