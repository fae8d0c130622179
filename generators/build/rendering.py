"""Make the parts of the site of which something changed; the others stand as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from functools import partial
from itertools import chain

from generators.artifacts import Artifact
from generators.build.hosting import Hosted
from generators.build.lookups import Answers, Lookup, noting
from generators.build.pieces import Piece
from generators.build.sharing import Shared, shared
from generators.build.store import Store
from generators.build.workers import parted, spread, workers
from generators.outputs import OUTPUTS, Output, Publication
from generators.outputs.stylesheet import with_one_stylesheet

Part = tuple[str, str]
"""The name of an output, and of a part of it."""
Made = tuple[tuple[Lookup, ...], tuple[Piece, ...]]
"""What a part looked up, and its files."""

_BY_NAME: Mapping[str, Output] = {output.name: output for output in OUTPUTS}


Again = Callable[[], bytes]
"""Makes the bytes of a file that should be there, but is not."""


def host_files(
    publication: Publication, hosted: Hosted, store: Store
) -> Iterator[tuple[Piece, Again]]:
    """Yield the host's files with one stylesheet, and how to make them again."""

    def made() -> Iterator[Artifact]:
        frames = [frame.html for frame in publication.frames.values()]
        return with_one_stylesheet(hosted.files, frames)

    shelf, key = store.shelf("host files"), hosted.digest
    kept = shelf.get("")
    pieces = kept[1] if kept and kept[0] == key else tuple(map(Piece.of, made()))
    shelf.put("", key, tuple(piece.kept() for piece in pieces))
    shelf.save([""])
    for piece in pieces:
        yield piece, partial(_bytes_of, made, piece.path)


def _bytes_of(made: Callable[[], Iterable[Artifact]], path: str) -> bytes:
    return next(artifact.data for artifact in made() if artifact.path == path)


def made_parts(
    publication: Publication,
    store: Store,
    *,
    reuse: bool,
    executor: Executor | None = None,
) -> Iterator[tuple[Piece, Again]]:
    """Yield the files of every part, and how to make them again where they are without bytes.

    Without *reuse*, because what earlier builds have made may be gone, all parts are made.
    """
    for part, pieces in _made(publication, store, reuse=reuse, executor=executor):
        output, name = _BY_NAME[part[0]], part[1]
        for piece in pieces:
            yield piece, partial(_bytes_of, partial(output.make, publication, name), piece.path)


def _made(
    publication: Publication,
    store: Store,
    *,
    reuse: bool,
    executor: Executor | None,
) -> Iterator[tuple[Part, tuple[Piece, ...]]]:
    answers, shelf = Answers(publication), store.shelf("parts")
    parts = _parts(publication)
    standing: dict[Part, tuple[Piece, ...]] = {}
    for part in parts if reuse else ():
        if kept := shelf.get("/".join(part)):
            key, (lookups, pieces) = kept
            if key == answers.digest(lookups):
                standing[part] = pieces
    fresh = _fresh(publication, [part for part in parts if part not in standing], store, executor)
    for part in parts:
        if part in standing:
            yield part, standing[part]
            continue
        lookups, pieces = next(fresh)
        if _BY_NAME[part[0]].is_kept and not any(piece.leaks for piece in pieces):
            kept_pieces = tuple(piece.kept() for piece in pieces)
            shelf.put("/".join(part), answers.digest(lookups), (lookups, kept_pieces))
        yield part, pieces
    shelf.save({"/".join(part) for part in parts})


def _parts(publication: Publication) -> list[Part]:
    return [
        (output.name, part) for output in OUTPUTS for part in output.parts(publication.catalogue)
    ]


def _fresh(
    publication: Publication, parts: list[Part], store: Store, executor: Executor | None
) -> Iterator[Made]:
    """Make parts, those that are kept in several processes where there are many."""
    shareable = [part for part in parts if _BY_NAME[part[0]].is_kept]
    with (
        shared(publication, given=executor, folder=store.folder) as everything,
        workers(len(shareable), executor) as processes,
    ):
        made = chain.from_iterable(
            spread(partial(_make_parts, everything), parted(shareable), processes)
        )
        for part in parts:
            yield next(made) if _BY_NAME[part[0]].is_kept else make_part(publication, part)


def _make_parts(everything: Shared[Publication], parts: tuple[Part, ...]) -> list[Made]:
    publication = everything.value()
    return [make_part(publication, part) for part in parts]


def make_part(publication: Publication, part: Part) -> Made:
    """Make a part of the site, noting what it looks up."""
    name, which = part
    seen: dict[Lookup, None] = {}
    noted = noting(publication, lambda lookup: seen.setdefault(lookup))
    pieces = tuple(map(Piece.of, _BY_NAME[name].make(noted, which)))
    return tuple(seen), pieces
