"""Values that are made of what a publication answers, and kept until an answer is another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from copy import copy
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from generators.build.answers import Answers
from generators.build.lookups import Lookup, noting
from generators.build.sharing import Shared, shared
from generators.build.store import Store
from generators.build.workers import AHEAD, FAR_AHEAD, parted, spread, workers
from generators.outputs import Publication

# Values after which processes are forked anew: each time takes a quarter of a second.
_ROUND, _ROUND_OF_MANY = 1 << 13, 1 << 12
_MANY = 1 << 16
V = TypeVar("V")
_Made = tuple[tuple[Lookup, ...], V]


@dataclass(frozen=True, slots=True)
class Kind(Generic[V]):
    """A kind of value: where it is kept, how one is made by its name, and what is kept of it.

    *make* must be a function that another process finds by its name. *take* makes a value of what
    was kept. Many small values may be made before they are used.
    """

    stage: str
    make: Callable[[Publication, str], V]
    keep: Callable[[V], object | None]
    take: Callable[[Any], V] = lambda kept: kept
    is_small: bool = False


GiveWay = Callable[[], object]
"""Called between small steps, to end by raising what nobody waits for."""


def go_on() -> None:
    """Give way to nobody."""


class Values:
    """Makes values of one publication, each once, and none that is known from before."""

    def __init__(
        self,
        publication: Publication,
        store: Store,
        executor: Executor | None = None,
        give_way: GiveWay = go_on,
    ) -> None:
        self.publication, self.store, self._executor = publication, store, executor
        self._give_way = give_way
        self._answers = Answers(publication)

    def prepare(self) -> None:
        """Work out what everything looks up, so that processes which are forked have it already."""
        self.publication.catalogue.prepare()
        self._answers.prepare()

    def forget(self) -> None:
        """Let go of what was looked up, which takes as much memory as a tenth of the records."""
        self._answers = Answers(self.publication)

    def kept_in(self, store: Store) -> Values:
        """Return values of the same publication that are made here and kept in another store."""
        other = copy(self)
        other.store, other._executor = store, None
        return other

    def of(
        self,
        kind: Kind[V],
        names: Sequence[str],
        *,
        is_good: Callable[[Any], bool] = lambda _: True,
    ) -> Iterator[V]:
        """Yield the values of these names, in their order.

        What is kept of one *is_good* unless what goes with it is gone: then it is made anew.
        """
        known = {name: kept for name, kept in self._known(kind, names) if is_good(kept)}
        fresh = self._fresh(kind, [name for name in names if name not in known])
        shelf = self.store.shelf(kind.stage)
        for name in names:
            if name in known:
                yield kind.take(known[name])
                continue
            lookups, value = next(fresh)
            if (kept := kind.keep(value)) is not None:
                shelf.put(name, self._answers.digest(lookups), (self._answers.same(lookups), kept))
            yield value
        shelf.save(set(names))
        self.store.leave(kind.stage)

    def _known(self, kind: Kind[V], names: Sequence[str]) -> Iterator[tuple[str, object]]:
        shelf = self.store.shelf(kind.stage)
        for name in names:
            self._give_way()
            if kept := shelf.get(name):
                key, (lookups, what) = kept
                if key == self._answers.digest(lookups):
                    yield name, what

    def _fresh(self, kind: Kind[V], names: list[str]) -> Iterator[_Made[V]]:
        """Make values, in several processes where there are many.

        These are new ones now and then: each has a copy of what it has looked at, which grows.
        """
        self.prepare()
        ahead_by = FAR_AHEAD if kind.is_small else AHEAD
        given, folder = self._executor, self.store.folder
        with shared(self.publication, given=given, folder=folder) as whole:
            make = partial(_make, whole, kind.make)
            size = _ROUND if len(names) < _MANY else _ROUND_OF_MANY
            for start in range(0, len(names), size):
                some = names[start : start + size]
                with workers(len(some), given) as processes:
                    parts = parted(some) if processes else [(name,) for name in some]
                    for made in spread(make, parts, processes, ahead_by=ahead_by):
                        self._give_way()
                        yield from made


def known_value(store: Store, kind: Kind[V], name: str) -> V | None:
    """Return the value that was last kept by a name, whether or not it is still good."""
    kept = store.shelf(kind.stage).get(name)
    return kind.take(kept[1][1]) if kept else None


def _make(
    whole: Shared[Publication], make: Callable[[Publication, str], V], names: tuple[str, ...]
) -> list[_Made[V]]:
    noter = _Noter(whole.value())
    return [noter.noted(make, name) for name in names]


class _Noter:
    """Makes one value after the other, and says what each has looked up."""

    def __init__(self, publication: Publication) -> None:
        self._seen: dict[Lookup, None] = {}
        self._publication = noting(publication, self._note)

    def _note(self, lookup: Lookup) -> None:
        self._seen[lookup] = None

    def noted(self, make: Callable[[Publication, str], V], name: str) -> _Made[V]:
        """Make a value."""
        self._seen = {}
        value = make(self._publication, name)
        return tuple(self._seen), value
