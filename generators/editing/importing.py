"""What an editor's file changes in the records: proposed, judged as `check` does, then written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from itertools import takewhile
from pathlib import Path

from generators.diagnostics import Diagnostic, Span
from generators.editing.assembly import Assembled, Misplaced, assemble
from generators.editing.drafting import in_order
from generators.editing.intake import Intake
from generators.editing.merging import merge, projected
from generators.editing.patches import patched
from generators.editing.planning import plan
from generators.editing.plans import ID, Sheet, all_sheets
from generators.editing.remarks import Place, Remark
from generators.editing.yaml_text import mapping_lines
from generators.records import Kind
from generators.records.base import key_order
from generators.records.walk import Loc, model_at
from generators.sources import Source, yaml_tree
from generators.sources.text import UnreadableError

Check = Callable[[Sequence[Source]], Sequence[Diagnostic]]
"""Judge the project as if these records were written already."""


@dataclass(frozen=True, slots=True)
class Change:
    """A record as it is to be written, and as it was where it existed."""

    id: str
    source: Source
    was: Source | None

    def diff(self) -> str:
        """Return what changes, line by line."""
        before = self.was.text.splitlines(keepends=True) if self.was else []
        after = self.source.text.splitlines(keepends=True)
        names = (self.was.path if self.was else "（新文件）", self.source.path)
        lines = unified_diff(before, after, *names, n=1)
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)

    def lines(self) -> str:
        """Return how many lines come and go."""
        lines = self.diff().splitlines()[2:]
        come, go = (sum(line.startswith(sign) for line in lines) for sign in "+-")
        return f"+{come} −{go} 行"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an import would change, and what is wrong; nothing is written yet."""

    changes: tuple[Change, ...]
    remarks: tuple[Remark, ...]

    @property
    def faulty(self) -> frozenset[str]:
        """Return the ids of records with errors; an empty one is of rows without an id."""
        return frozenset(remark.id for remark in self.remarks if remark.finding.is_error)

    @property
    def valid(self) -> tuple[Change, ...]:
        """Return the changes that nothing is wrong with."""
        return tuple(change for change in self.changes if change.id not in self.faulty)

    def writable(self, *, only_valid: bool) -> tuple[Change, ...]:
        """Return what may be written: nothing where anything is wrong, or what is valid.

        What is wrong elsewhere, in files that the import does not touch, is always in the way.
        """
        if not self.faulty:
            return self.changes
        elsewhere = any(r.place is None and r.finding.is_error for r in self.remarks)
        return self.valid if only_valid and not elsewhere else ()


def propose(
    kind: Kind,
    intake: Intake,
    sources: Mapping[str, Source],
    check: Check,
    *,
    only_valid: bool = False,
) -> Proposal:
    """Return what the rows of a file change in the records of a kind, and judge it.

    With *only_valid* records with errors are left out, and the others judged without them.
    """
    work = _Work(kind, intake, sources)
    changes = [change for identifier in intake.rows if (change := work.change(identifier))]
    known = {_key(finding) for finding in check([])}
    remarks = [*intake.remarks, *work.remarks]
    proposal, kept = Proposal(tuple(changes), tuple(remarks)), changes
    while kept:
        found = check([change.source for change in kept])
        remarks += [work.judged(f, kept) for f in found if _key(f) not in known]
        known |= {_key(finding) for finding in found}
        proposal = Proposal(tuple(changes), tuple(sorted(remarks, key=lambda r: r.sort_key)))
        left = [change for change in kept if change.id not in proposal.faulty]
        if not only_valid or len(left) == len(kept):
            break
        kept = left
    return proposal


def _key(finding: Diagnostic) -> tuple[str, str, str]:
    # A line may have moved; what was wrong before is not the import's fault.
    return finding.code, finding.span.path, finding.message


def write(changes: Iterable[Change], content: Path) -> None:
    """Write records, each file in one step."""
    for change in changes:
        file = content / change.source.path
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.new")
        beside.write_bytes(change.source.data)
        beside.replace(file)


class _Work:
    """The records of one import, put together one after the other."""

    def __init__(self, kind: Kind, intake: Intake, sources: Mapping[str, Source]) -> None:
        self._kind, self._intake, self._sources = kind, intake, sources
        self._made: dict[str, Assembled] = {}
        self.remarks: list[Remark] = []

    def change(self, identifier: str) -> Change | None:
        """Return the change that the rows of an id make, if any."""
        layout, rows = self._intake.layout, self._intake.rows[identifier]
        made = self._made[identifier] = assemble(layout, rows)
        self.remarks += [self._misplaced(fault) for fault in made.misplaced]
        was = self._sources.get(identifier)
        if was is None:
            return self._new(identifier, made)
        try:
            tree = yaml_tree.plain(yaml_tree.compose(was.path, was.text))
        except UnreadableError as error:
            self.remarks.append(self._at_id(identifier, error.findings[0]))
            return None
        current = projected(layout, identifier, tree)
        sheets = [sheet.title for sheet in layout.sheets]
        written = frozenset([None, *sheets] if layout.title in rows else rows)
        base = self._intake.base.get(identifier, {})
        merged = merge(layout, current, made.data, base, written=written)
        self.remarks += [self._conflict(identifier, *conflict) for conflict in merged.conflicts]
        if merged.data == current:
            return None
        text = patched(was.text, current, merged.data, order=self._order)
        return Change(identifier, Source(was.path, text.encode()), was)

    def _new(self, identifier: str, made: Assembled) -> Change | None:
        if () not in made.places:
            message = f"没有编号是“{identifier}”的记录"
            hint = f"检查编号；新记录先在“{self._kind.label}”表里写一行"
            fault = Diagnostic("sheet-row", message, Span(""), hint=hint)
            self.remarks.append(self._at_id(identifier, fault))
            return None
        ordered = in_order(self._kind, made.data)
        lines = mapping_lines(ordered if isinstance(ordered, dict) else {}, indent=0)
        path = f"{self._kind.name}/{identifier}.yml"
        text = "".join(f"{line}\n" for line in lines)
        return Change(identifier, Source(path, text.encode()), None)

    def _order(self, loc: Loc) -> Sequence[str]:
        model = model_at(self._kind.model, loc)
        return key_order(model) if model else ()

    def judged(self, finding: Diagnostic, changes: Sequence[Change]) -> Remark:
        """Return a finding of the check at its cell, or at its file where it has none."""
        spans = (finding.span, *(note.span for note in finding.notes))
        for span in spans:
            change = next((c for c in changes if span.path.endswith(c.source.path)), None)
            if change:
                known = finding.loc if span is finding.span else None
                loc = loc_of(change.source, span) if known is None else known
                return Remark(
                    self._place(change.id, loc), self._in_a_table(finding, loc), change.id
                )
        return Remark(None, finding)

    def _in_a_table(self, finding: Diagnostic, loc: Loc) -> Diagnostic:
        """Return a finding whose way out is that of a table, where lines are of no use."""
        if finding.code != "missing-field":
            return finding
        lists = (s for s in all_sheets(plan(self._kind)) if s.path and s.path == loc)
        sheet = next(lists, None)
        hint = f"在“{sheet.title}”表里给它写一行" if sheet else "在这一格写上内容"
        return replace(finding, hint=hint)

    def _place(self, identifier: str, loc: Loc) -> Place | None:
        """Return the cell of a field, or the nearest there is."""
        places = self._made[identifier].places
        near = [loc[:cut] for cut in range(len(loc), -1, -1) if loc[:cut] in places]
        if not near:
            return self._first_place(identifier)
        sheet, row = places[near[0]]
        below = loc[len(near[0]) :]
        return self._intake.place(sheet, row, _title(sheet, below))

    def _first_place(self, identifier: str) -> Place | None:
        for sheet in all_sheets(self._intake.layout):
            for row in self._intake.rows[identifier].get(sheet.title, ()):
                return self._intake.place(sheet, row, ID)
        return None

    def _at_id(self, identifier: str, finding: Diagnostic) -> Remark:
        return Remark(self._first_place(identifier), finding, identifier)

    def _misplaced(self, fault: Misplaced) -> Remark:
        place = self._intake.place(fault.sheet, fault.row, fault.column)
        finding = Diagnostic("sheet-row", fault.message, Span(place.sheet), hint=fault.hint)
        return Remark(place, finding, fault.row.id)

    def _conflict(self, identifier: str, name: str, current: str, loc: Loc) -> Remark:
        message = f"导出以后，“{name}”已经改过，现在是：{current or '（空）'}"
        hint = "要留现在的，抄到这一格；还要再改，重新导出一份再改"
        finding = Diagnostic("sheet-outdated", message, Span(""), hint=hint)
        return Remark(self._place(identifier, loc), finding, identifier)


def loc_of(source: Source, span: Span) -> Loc:
    """Return the field that a place of a file belongs to; a place without width is the file."""
    if (span.line, span.column) == (span.end_line, span.end_column):
        return ()
    try:
        root = yaml_tree.compose(source.path, source.text)
    except UnreadableError:
        return ()
    return yaml_tree.loc_at(root, span.line, span.column)


def _title(sheet: Sheet, below: Loc) -> str:
    """Return the column that has most of a path in common with *below*."""
    shared = {column.title: _in_common(column.path, below) for column in sheet.columns}
    best = max(shared, key=lambda title: shared[title], default=ID)
    return best if shared.get(best) else ID


def _in_common(one: Loc, other: Loc) -> int:
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
