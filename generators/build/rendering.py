"""The files of the site, part by part: the host's, every output's, and the index of the search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TypeVar

from generators.artifacts import Artifact
from generators.build.hosting import Hosted
from generators.build.kept_values import Kind, Values, known_value
from generators.build.manifest import Fingerprint
from generators.build.pieces import Again, Piece
from generators.build.presses import Press
from generators.build.sharing import Shared, shared
from generators.build.stamped import known
from generators.build.store import Shelf, Store
from generators.catalogue import Catalogue
from generators.outputs import OUTPUTS, Output, Publication
from generators.outputs.attachments import attachment, attachments
from generators.outputs.calendar_files import feed
from generators.outputs.scripts import with_plain_scripts
from generators.outputs.stylesheet import with_one_stylesheet
from generators.sources import Found, Source, Stamp

T = TypeVar("T")
Pieces = tuple[Piece, ...]

# From so many records on it matters that processes copy them.
MANY = 20_000
_BY_NAME: Mapping[str, Output] = {output.name: output for output in OUTPUTS}


def host_files(
    publication: Publication, hosted: Hosted, store: Store
) -> Iterator[tuple[Piece, Again]]:
    """Yield the host's files as they are published, and how to make them again."""
    frames = [frame.html for frame in publication.frames.values()]

    def made() -> Iterator[Artifact]:
        return with_plain_scripts(with_one_stylesheet(hosted.files, frames))

    shelf, key = store.shelf("host files"), hosted.digest
    kept = shelf.get("")
    pieces = kept[1] if kept and kept[0] == key else tuple(map(Piece.of, made()))
    shelf.put("", key, tuple(piece.kept() for piece in pieces))
    shelf.save([""])
    for piece in pieces:
        yield piece, partial(_bytes_of, made, piece.path)


def _bytes_of(made: Callable[[], Iterable[Artifact]], path: str) -> bytes:
    return next(artifact.data for artifact in made() if artifact.path == path)


def output_files(
    publication: Publication,
    values: Values,
    there: Mapping[str, Fingerprint],
    press: Press | None,
) -> Iterator[tuple[Piece, Again]]:
    """Yield the files of every output, and how to make them again where they are without bytes.

    What the site has *there* of earlier builds is not made anew, if it would be the same. What is
    made goes to the *press*, if there is one within reach of all processes.
    """

    def stand(pieces: Pieces) -> bool:
        return all(there.get(piece.path) == piece.fingerprint for piece in pieces)

    calendars: list[bytes] = []
    with shared(press, given=None, folder=None) as pressed:

        def made(kind: Kind[Pieces]) -> Iterator[tuple[Piece, Again]]:
            if press:
                kind = replace(kind, make=partial(_made, pressed), is_small=True)
            names = part_names(publication.catalogue, kind)
            for name, pieces in zip(names, values.of(kind, names, is_good=stand), strict=True):
                for piece in pieces:
                    yield piece, partial(_bytes_of, partial(part_of, publication, name), piece.path)

        for piece, again in _in_turn(made(PARTS), made(_WIDE), publication.catalogue):
            calendars += [piece.data] if piece.path.endswith(".ics") and piece.data else []
            yield piece, again
    yield Piece.of(feed(publication.catalogue.site, calendars)), bytes


def attached_files(publication: Publication, store: Store) -> Iterator[tuple[Piece, Again]]:
    """Yield the attachments; those that are on the disk as they were are not read again."""
    shelf: Shelf[tuple[Stamp | None, Piece]] = store.shelf("attached files")
    paths, settled = attachments(publication), store.settled()
    for path in paths:
        file = Found.at(publication.content, path)
        if (piece := known(file, shelf, settled)) is None:
            artifact = attachment(publication, path)
            piece = Piece.of(artifact)
            if not piece.leaks:
                key = Source(path, artifact.data).digest
                shelf.put(path, key, (file.stamp(settled), piece.kept()))
        yield piece, partial(_attachment, publication, path)
    shelf.save(set(paths))


def _attachment(publication: Publication, path: str) -> bytes:
    return attachment(publication, path).data


def _in_turn(parts: Iterator[T], wide: Iterator[T], catalogue: Catalogue) -> Iterator[T]:
    """Yield the wide parts when other processes have begun with the others, or after them.

    While there are other processes this one copies what it looks at, in the end all records.
    """
    if len(catalogue.published) < MANY:
        yield from islice(parts, 1)
        yield from wide
    yield from parts
    yield from wide


def part_names(catalogue: Catalogue, kind: Kind[Pieces]) -> list[str]:
    """Return the names of the parts of a kind, in the order in which they are made."""
    outputs = [output for output in OUTPUTS if output.is_wide == (kind.stage == _WIDE.stage)]
    return [f"{output.name}/{part}" for output in outputs for part in output.parts(catalogue)]


def part_of(publication: Publication, name: str) -> Iterator[Artifact]:
    """Yield the files of a part."""
    output, _, part = name.partition("/")
    return _BY_NAME[output].make(publication, part)


def _made(pressed: Shared[Press | None] | None, publication: Publication, name: str) -> Pieces:
    pieces = map(Piece.of, part_of(publication, name))
    press = pressed.value() if pressed else None
    return tuple(map(press.printed, pieces) if press else pieces)


def _kept(pieces: Pieces) -> Pieces | None:
    """Keep no bytes, and nothing that stops a build."""
    return None if any(piece.leaks for piece in pieces) else tuple(p.kept() for p in pieces)


PARTS = Kind("parts", partial(_made, None), _kept)
_WIDE = replace(PARTS, stage="wide parts")


def places_of(catalogue: Catalogue, store: Store) -> dict[str, str]:
    """Return the part that made each file when the parts of a catalogue were last made."""
    return {
        piece.path: name
        for kind in (PARTS, _WIDE)
        for name in part_names(catalogue, kind)
        for piece in known_value(store, kind, name) or ()
    }
