"""Read the records and judge them; what has not changed is as it was found before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain

from generators.build.digests import digest_of, digest_of_fact
from generators.build.sharing import Shared, shared
from generators.build.stamped import known
from generators.build.store import Key, Store
from generators.build.workers import beside, parted, spread, workers
from generators.diagnostics import Diagnostic
from generators.records import KINDS
from generators.rules import check_each, check_kind
from generators.rules.context import Context
from generators.sources import Draft, Entry, Found, read_entry

_QUICK = 8  # records are compared while one is read
Result = Entry | Draft
Findings = tuple[Diagnostic, ...]
_Around = Shared[Context | None]


@dataclass(frozen=True, slots=True)
class Records:
    """The record files as they were read, by path, and what the rules found in each by itself."""

    results: dict[str, Result]
    findings: Findings


def read_records(
    files: Sequence[Found],
    around: Context | None,
    *,
    store: Store,
    executor: Executor | None = None,
) -> Records:
    """Read *files*; *around* is what the rules may look at beside a record.

    Without it, because what it is made of could not be read, no rule is asked.
    """
    with shared(around, given=executor, folder=store.folder) as held:
        results, judged = _read(files, held, store, executor)
        entries = [result for result in results.values() if isinstance(result, Entry)]
        drafts = tuple(result for result in results.values() if isinstance(result, Draft))
        findings = _judged(entries, judged, held, store, executor) if around else []
    findings += _check(around, drafts=drafts) if around else ()
    return Records(results, tuple(dict.fromkeys(findings)))


def keep_records(records: Records, store: Store) -> None:
    """Write to the disk what was found out about records, and forget those that are gone."""
    for stage in ("records", "judged"):
        store.shelf(stage).save(records.results.keys())


def _read(
    files: Sequence[Found], around: _Around, store: Store, executor: Executor | None
) -> tuple[dict[str, Result], dict[str, Findings]]:
    """Return by their paths what files say, and what the rules find in those not known before."""
    shelf, settled = store.shelf("records"), store.settled()
    results: dict[str, Result] = {}
    for file in files:
        if entry := known(file, shelf, settled):
            results[file.path] = entry
    unread, judged = [file for file in files if file.path not in results], {}
    for file, found in zip(unread, _read_anew(unread, around, executor), strict=True):
        if found is None:
            results[file.path] = read_entry(file.read())
            continue
        entry, judged[file.path] = found
        results[file.path] = entry
        shelf.put(file.path, entry.source.digest, (file.stamp(settled), entry))
    return {file.path: results[file.path] for file in files}, judged


_Read = tuple[Entry, Findings]


def _read_anew(
    files: list[Found], around: _Around, executor: Executor | None
) -> Iterator[_Read | None]:
    with workers(len(files), executor) as processes:
        parts = spread(partial(_read_part, around), parted(files), processes)
        yield from chain.from_iterable(parts)


def _read_part(around: _Around, files: tuple[Found, ...]) -> list[_Read | None]:
    """Read files and judge them; a faulty one cannot be handed over: its marks are pydantic's own."""
    results = [read_entry(file.read()) for file in files]
    entries = tuple(result for result in results if isinstance(result, Entry))
    found = _judge(around, entries)
    return [(e, found[e.source.path]) if isinstance(e, Entry) else None for e in results]


def _judged(
    entries: list[Entry],
    judged: Mapping[str, Findings],
    around: _Around,
    store: Store,
    executor: Executor | None,
) -> list[Diagnostic]:
    """Return what the rules find in each record by itself; some are *judged* already."""
    whole = around.value()
    assert whole
    shelf, surroundings = store.shelf("judged"), _Surroundings(whole)
    found: list[Diagnostic] = []
    unjudged: dict[str, tuple[Key, Entry]] = {}
    for entry in entries:
        path, key = entry.source.path, surroundings.key(entry)
        if path in judged:
            shelf.put(path, key, judged[path])
            found += judged[path]
        elif (kept := shelf.get(path)) and kept[0] == key:
            found += kept[1]
        else:
            unjudged[path] = (key, entry)
    unknown = [entry for _, entry in unjudged.values()]
    with workers(len(unknown), executor) as processes:
        for findings in spread(partial(_judge, around), parted(unknown), processes):
            for path, those in findings.items():
                shelf.put(path, unjudged[path][0], those)
                found += those
    return found


def _judge(around: _Around, entries: tuple[Entry, ...]) -> dict[str, Findings]:
    """Return the findings in each record; those in an attachment are of all that offer it."""
    found: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    whole = around.value()
    for finding in _check(whole, entries=entries) if whole else ():
        found[finding.span.path].append(finding)
    return {
        entry.source.path: tuple(
            chain.from_iterable(found.get(p, ()) for p in (entry.source.path, *entry.attachments))
        )
        for entry in entries
    }


def _check(
    around: Context, *, entries: tuple[Entry, ...] = (), drafts: tuple[Draft, ...] = ()
) -> Iterator[Diagnostic]:
    catalogue = replace(around.catalogue, entries=entries)
    return check_each(replace(around, catalogue=catalogue, drafts=drafts))


@contextmanager
def compared(context: Context, store: Store) -> Iterator[Callable[[], Iterator[Diagnostic]]]:
    """Yield what yields the findings of the rules that compare the records of one kind.

    Kinds that changed are compared anew, where they are large in a process beside this one: what
    it remembers of their texts is half as much as they are themselves.
    """
    shelf, keys = store.shelf("compared"), _keys_of_kinds(context.catalogue.entries)
    known = {kind: kept for kind in KINDS if (kept := shelf.get(kind)) and kept[0] == keys[kind]}
    new = [kind for kind in KINDS if kind not in known]
    many = Counter(entry.kind.name for entry in context.catalogue.entries)
    work = 0 if store.stays else sum(many[kind] for kind in new) // _QUICK
    with beside(partial(_compared, context, new), work=work) as result:

        def findings() -> Iterator[Diagnostic]:
            for _, found in known.values():
                yield from found
            for kind, found in zip(new, result(), strict=True):
                shelf.put(kind, keys[kind], found)
                yield from found
            shelf.save()

        yield findings


def _keys_of_kinds(entries: Iterable[Entry]) -> dict[str, Key]:
    digests: dict[str, list[bytes]] = {kind: [] for kind in KINDS}
    for entry in entries:
        digests[entry.kind.name].append(entry.source.digest)
    return {kind: digest_of(some) for kind, some in digests.items()}


def _compared(context: Context, kinds: Sequence[str]) -> list[Findings]:
    return [tuple(check_kind(context, kind)) for kind in kinds]


@dataclass(frozen=True)
class _Surroundings:
    """What the findings in a record depend on beside the record."""

    around: Context

    def key(self, entry: Entry) -> Key:
        """Return digests of everything that what is found in a record depends on."""
        is_lost = not self._there.issuperset(entry.others)
        key = entry.source.digest + self._rest
        # A hint names ids, or files, that are like one that is lost.
        if is_lost:
            key += self._ids
        if entry.attachments:
            key += self._offered(entry.attachments)
        return key

    def _offered(self, paths: Iterable[str]) -> bytes:
        """Return a digest of files, of all names where one of them is not there."""
        files, names = self.around.files, self.around.attachments
        said = (files[path].digest if path in files else b"" for path in paths)
        return digest_of((*said, *(() if names.issuperset(paths) else sorted(names))))

    @cached_property
    def _there(self) -> frozenset[tuple[str, str]]:
        ids = self.around.ids.items()
        return frozenset((kind, name) for kind, names in ids for name in names)

    @cached_property
    def _ids(self) -> bytes:
        ids = self.around.ids.items()
        return digest_of(f"{kind}/{name}" for kind, names in ids for name in sorted(names))

    @cached_property
    def _rest(self) -> bytes:
        catalogue = self.around.catalogue
        told = ("site", "vocabularies", "calendar", "as_of")
        return digest_of(digest_of_fact(catalogue, fact) for fact in told)
