"""Read the attachments and judge them; what has not changed is as it was found before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import chain

from generators.build.stamped import known
from generators.build.store import Shelf, Store
from generators.build.workers import parted, spread, workers
from generators.diagnostics import Diagnostic
from generators.rules import check_file
from generators.sources import Found, Stamp
from generators.sources.attachments import AttachmentText, is_known, read_attachment

_AS_LONG = 8  # records are read while an attachment is
_Read = tuple[AttachmentText, tuple[Diagnostic, ...]]
_Kept = tuple[Stamp | None, _Read]


@dataclass(frozen=True, slots=True)
class Attached:
    """What attachments say, by path, and what the rules find in each by itself."""

    texts: dict[str, AttachmentText]
    findings: tuple[Diagnostic, ...]


def read_attached(
    files: Sequence[Found], *, store: Store, executor: Executor | None = None
) -> Attached:
    """Read attachments and keep what came of it; of a type that is not known nothing is read."""
    shelf, settled = store.shelf("attachments"), store.settled()
    read = {file.path: found for file in files if (found := _known(file, shelf, settled))}
    unread = [file for file in files if file.path not in read]
    for file, (text, findings) in zip(unread, _read_anew(unread, executor), strict=True):
        read[file.path] = (text, findings)
        if text.digest:
            shelf.put(file.path, text.digest, (file.stamp(settled), read[file.path]))
    shelf.save(read.keys())
    return Attached(
        {file.path: read[file.path][0] for file in files},
        tuple(finding for file in files for finding in read[file.path][1]),
    )


def _known(file: Found, shelf: Shelf[_Kept], settled: int) -> _Read | None:
    """Return what was read in a file that has not changed since, nothing in a type not known."""
    if not is_known(file.path):
        return AttachmentText(), ()
    return known(file, shelf, settled)


def _read_anew(files: list[Found], executor: Executor | None) -> Iterator[_Read]:
    with workers(len(files) * _AS_LONG, executor) as processes:
        yield from chain.from_iterable(spread(_read_part, parted(files), processes))


def _read_part(files: tuple[Found, ...]) -> list[_Read]:
    texts = [(file.path, read_attachment(file)) for file in files]
    return [(text, tuple(check_file(path, text))) for path, text in texts]
