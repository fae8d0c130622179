"""公示里有不该公开的个人情况

错在哪里：公告公示的名单、正文或者附件里，有出生日期、家庭住址、联系电话、银行账号、困难情况、残疾情况，或者没有遮住的身份证号。
为什么要紧：就业补助资金的公示，这些内容原则上不公开。公开了会害申请人被骗、被议论，单位要承担责任。

错误的写法：

    table:
      columns: [姓名, 身份证号, 出生日期, 家庭住址]
      rows:
        - [张三, 110105194912310021, 1949-12-31, 示范区新河街道幸福路12号]

正确的写法：

    table:
      columns: [姓名, 身份证号, 所在街道（乡镇）]
      rows:
        - [张*, 110***********021, 示范区新河街道]

依据：个人信息保护法 第二十五条；人力资源社会保障部办公厅、财政部办公厅2017年关于就业补助资金信息公开的通知
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generators.diagnostics import Diagnostic, Span
from generators.personal_data import notice_data, withheld_columns
from generators.records.values import Attachment
from generators.records.walk import Leaf
from generators.rules.context import Context
from generators.sources import Source

CODE = "notice-reveals-person"
IS_LOCAL = True
_ROW = re.compile(r" ?第\d+行$")
_HEADS = 10  # a list may stand below a title and remarks
_RULE = re.compile(r"\|?[\s:|\-]*-[\s:|\-]*")
Table = list[tuple[str, ...]]


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every fact in a notice that lists of people must not show."""
    notices: dict[Source, list[Leaf]] = defaultdict(list)
    for source, leaf in context.leaves:
        if source.path.startswith("notices/"):
            notices[source].append(leaf)
    offered: set[str] = set()
    for source, leaves in notices.items():
        yield from _in_table(source, leaves)
        for leaf in leaves:
            yield from _in_text(source, leaf)
        offered |= {str(leaf.value) for leaf in leaves if leaf.mark(Attachment)}
    for path in sorted(offered & context.files.keys()):
        yield from _in_attachment(path, context.files[path].texts)


def _in_table(source: Source, leaves: list[Leaf]) -> Iterator[Diagnostic]:
    columns: dict[object, Leaf] = {}
    rows: dict[object, list[str]] = defaultdict(list)
    for leaf in leaves:
        if leaf.loc[:2] == ("table", "columns"):
            columns[leaf.loc[2:]] = leaf
        elif leaf.loc[:2] == ("table", "rows") and len(leaf.loc) == 4:
            rows[leaf.loc[2]].append(str(leaf.value))
    heads, table = list(columns.values()), [tuple(row) for row in rows.values()]
    for place, kind in withheld_columns(tuple(str(h.value) for h in heads), table):
        span = source.locate(heads[place].loc)
        yield _finding(f"名单里的“{heads[place].value}”一列写着{kind}", span)


def _in_text(source: Source, leaf: Leaf) -> Iterator[Diagnostic]:
    text = str(leaf.value)
    for datum in notice_data(text):
        span = source.locate_part(leaf.loc, text[datum.start : datum.end])
        yield _finding(f"这里写着{datum.kind} {datum.masked}", span)
    for head, rows in _markdown_tables(text):
        for place, kind in withheld_columns(head, rows):
            span = source.locate_part(leaf.loc, head[place])
            yield _finding(f"表格里的“{head[place]}”一列写着{kind}", span)


def _markdown_tables(text: str) -> Iterator[tuple[tuple[str, ...], Table]]:
    lines = text.splitlines()
    for number, line in enumerate(lines[1:], start=1):
        if "|" in line and _RULE.fullmatch(line.strip()):
            below = lines[number + 1 :]
            end = next((n for n, row in enumerate(below) if "|" not in row), len(below))
            yield _cells(lines[number - 1]), [_cells(row) for row in below[:end]]


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _in_attachment(path: str, texts: tuple[tuple[str, str], ...]) -> Iterator[Diagnostic]:
    for place, text in texts:
        for datum in notice_data(text):
            yield _finding(f"附件的{place}里写着{datum.kind} {datum.masked}", Span(path))
    for where, rows in _attached_tables(texts).items():
        for number, head in enumerate(rows[:_HEADS]):
            # A form has empty cells beside its labels; the head of a list has none.
            columns = withheld_columns(head, rows[number + 1 :]) if all(head) else ()
            for column, kind in columns:
                yield _finding(f"附件的{where}里“{head[column]}”一列写着{kind}", Span(path))


def _attached_tables(texts: tuple[tuple[str, str], ...]) -> Mapping[str, Table]:
    """Return the rows of each sheet, or of the tables of a document, by where they stand."""
    tables: dict[str, Table] = defaultdict(list)
    for place, text in texts:
        where = _ROW.sub("", place) or "表格"
        for line in text.splitlines():
            if "\t" in line:
                tables[where].append(tuple(cell.strip() for cell in line.rstrip().split("\t")))
    return tables


def _finding(message: str, span: Span) -> Diagnostic:
    return Diagnostic(
        CODE,
        message,
        span,
        hint="整列或整句删掉；身份证号要留就遮住中间，住址只写到街道（乡镇）",
        reference="个人信息保护法 第二十五条",
        secret=True,
    )
