"""The rows of a record put together again, each part with the row that says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generators.editing.plans import Sheet
from generators.editing.rows import Row, Rows, value_at
from generators.records.walk import Loc
from generators.sources.yaml_tree import Tree

Branch = dict[str, Tree] | list[Tree]


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A row that belongs nowhere: its sheet, the column that is at fault, and why."""

    sheet: Sheet
    row: Row
    column: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Assembled:
    """A record made of rows: what it says, where each part of it is written, and faults."""

    data: dict[str, Tree]
    places: Mapping[Loc, tuple[Sheet, Row]]
    misplaced: tuple[Misplaced, ...]


def assemble(sheet: Sheet, rows: Rows) -> Assembled:
    """Return the record that the rows of one id say."""
    work = _Work()
    own = rows.get(sheet.title, ())
    data: dict[str, Tree] = _item(sheet, own[0]) if own else {}
    if own:
        work.places[()] = (sheet, own[0])
    for below in sheet.sheets:
        work.collect(below, rows, {"": (data, ())})
    return Assembled(data, work.places, tuple(work.misplaced))


@dataclass(slots=True)
class _Work:
    """What has been found while a record is put together."""

    places: dict[Loc, tuple[Sheet, Row]] = field(default_factory=dict)
    misplaced: list[Misplaced] = field(default_factory=list)

    def collect(self, sheet: Sheet, rows: Rows, above: Mapping[str, tuple[Branch, Loc]]) -> None:
        """Put the rows of a sheet into what they belong to, then those of the sheets below."""
        own: dict[str, tuple[Branch, Loc]] = {}
        if sheet.may_be_empty:
            for parent, _ in above.values():
                _list_in(parent, sheet.path)
        for row in rows.get(sheet.title, ()):
            items = self._list_of(sheet, row, above, own)
            if items is None:
                continue
            target, path = items
            item: Branch = list(_texts(row)) if sheet.is_table else _item(sheet, row)
            loc = (*path, len(target))
            target.append(item)
            own[row.level or _next_level(row, own)] = (item, loc)
            self.places[loc] = (sheet, row)
        for below in sheet.sheets:
            self.collect(below, rows, own)

    def _list_of(
        self,
        sheet: Sheet,
        row: Row,
        above: Mapping[str, tuple[Branch, Loc]],
        own: Mapping[str, tuple[Branch, Loc]],
    ) -> tuple[list[Tree], Loc] | None:
        """Return the list a row belongs to, and where that stands."""
        if sheet.branches:
            return self._branch_of(sheet, row, above, own)
        parent = above.get(row.above)
        if parent is None:
            hint = "写上面那张表里这条记录的第几行，例如 1"
            self._misplace(sheet, row, "上一级", f"上一张表里没有“{row.above}”这一行", hint)
            return None
        return self._list_at(sheet, row, parent, sheet.path)

    def _list_at(
        self, sheet: Sheet, row: Row, parent: tuple[Branch, Loc], path: Loc
    ) -> tuple[list[Tree], Loc] | None:
        data, loc = parent
        if isinstance(text := value_at(data, path), str):
            hint = "两处留一处：清空那一格，或者删掉这张表里的这些行"
            self._misplace(sheet, row, "编号", f"“{sheet.title}”已经写了“{text}”，这里又写了", hint)
            return None
        return _list_in(data, path), (*loc, *path)

    def _branch_of(
        self,
        sheet: Sheet,
        row: Row,
        above: Mapping[str, tuple[Branch, Loc]],
        own: Mapping[str, tuple[Branch, Loc]],
    ) -> tuple[list[Tree], Loc] | None:
        titles = {title: key for key, title in sheet.branches}
        if row.level in own:
            hint = "同一条记录里，层次不能重复，例如 1、1.1、1.2、2"
            self._misplace(sheet, row, "层次", f"层次“{row.level}”写了两次", hint)
        elif not row.branch and row.above in above:
            return self._list_at(sheet, row, above[row.above], sheet.path)
        elif row.branch not in titles:
            known = "、".join(titles)
            self._misplace(sheet, row, "写在", f"没有“{row.branch}”这一种", f"可用的值：{known}")
        elif (parent := own.get(row.level.rpartition(".")[0])) is None:
            hint = "上一层要写在前面：1.2 属于 1"
            self._misplace(sheet, row, "层次", f"“{row.level}”的上一层没有写", hint)
        else:
            return self._list_at(sheet, row, parent, (titles[row.branch],))
        return None

    def _misplace(self, sheet: Sheet, row: Row, column: str, message: str, hint: str) -> None:
        self.misplaced.append(Misplaced(sheet, row, column, message, hint))


def _next_level(row: Row, own: Mapping[str, object]) -> str:
    siblings = [level for level in own if level.rpartition(".")[0] == row.above]
    return f"{row.above}.{len(siblings) + 1}" if row.above else str(len(siblings) + 1)


def _list_in(data: Branch, path: Loc) -> list[Tree]:
    """Return the list at *path*, made where it is missing; a text there is no list."""
    node: Tree = data
    *parts, last = map(str, path)
    for part in parts:
        node = node.setdefault(part, {}) if isinstance(node, dict) else {}
    made: list[Tree] = []
    found = node.setdefault(last, made) if isinstance(node, dict) else made
    return found if isinstance(found, list) else made


def _item(sheet: Sheet, row: Row) -> dict[str, Tree]:
    data: dict[str, Tree] = {}
    for column, value in zip(sheet.columns, row.values, strict=True):
        if value is not None:
            _put(data, column.path, list(value) if isinstance(value, tuple) else value)
    return data


def _put(data: dict[str, Tree], path: Loc, value: Tree) -> None:
    node = data
    for part in path[:-1]:
        inner = node.setdefault(str(part), {})
        assert isinstance(inner, dict)
        node = inner
    node[str(path[-1])] = value


def _texts(row: Row) -> Iterator[str]:
    """Yield the texts of a table's row, up to the last that is written."""
    texts = [value if isinstance(value, str) else "" for value in row.values]
    while texts and not texts[-1]:
        texts.pop()
    yield from texts
