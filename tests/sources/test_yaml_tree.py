"""YAML as editors write it: text stays text, and what is unreadable is said at its place."""

from __future__ import annotations

from typing import Any

import pytest

from generators.diagnostics import Diagnostic, Note, Span
from generators.sources import yaml_tree
from generators.sources.text import UnreadableError
from generators.sources.yaml_tree import compose, loc_at, locate, structure_faults

PATH = "faqs/a.yml"


def plain(text: str) -> Any:
    """Return what a text says."""
    return yaml_tree.plain(compose(PATH, text))


def unreadable(text: str) -> Diagnostic:
    """Return the finding on a text that YAML cannot read."""
    with pytest.raises(UnreadableError) as caught:
        compose(PATH, text)
    (found,) = caught.value.findings
    return found


def span(line: int, column: int, end_column: int) -> Span:
    """Return a span within one line of the file."""
    return Span(PATH, line, column, line, end_column)


@pytest.mark.parametrize(
    "text", ["no", "off", "12:30", "2026-02-30", "0777", "1e3", "True", "是", "12_000", "=", "<<"]
)
def test_scalars_stay_text(text: str) -> None:
    """No word is turned into a boolean, no time into a number, no date into an error."""
    assert plain(f"a: {text}") == {"a": text}


@pytest.mark.parametrize("text", ["a:", "a: ~", "a: null", "a:   # 以后再写"])
def test_nothing_is_none(text: str) -> None:
    """An empty value and the two words for nothing are None."""
    assert plain(text) == {"a": None}


@pytest.mark.parametrize("text", ["''", '""', '"~"', "'null'", "Null"])
def test_quoted_nothing_is_text(text: str) -> None:
    """What stands in quotation marks is meant as it is written."""
    assert plain(f"a: {text}") == {"a": text.strip("'\"")}


def test_blocks_become_dicts_and_lists() -> None:
    """Nested blocks, in either style, keep their shape and order."""
    text = "b: [一, {c: 二}]\na:\n  - |\n    三\n    四\n"
    assert plain(text) == {"b": ["一", {"c": "二"}], "a": ["三\n四\n"]}
    assert list(plain(text)) == ["b", "a"]


def test_duplicate_key_notes_the_first_place() -> None:
    """The second of two equal keys is the fault, and the first is pointed at."""
    root = compose(PATH, "title: 一\nsummary: 二\ntitle: 三\n")
    assert list(structure_faults(PATH, root)) == [
        Diagnostic(
            "duplicate-key",
            "字段“title”写了两次",
            span(3, 1, 6),
            hint="留下正确的一个，删掉另一个",
            notes=(Note(span(1, 1, 6), "首次出现在这里"),),
        )
    ]


def test_duplicate_key_in_a_nested_block() -> None:
    """Equal keys in different blocks are no fault, in the same block they are."""
    root = compose(PATH, "a:\n  - {x: 1}\n  - {x: 1, x: 2}\n")
    (found,) = structure_faults(PATH, root)
    assert (found.code, found.span) == ("duplicate-key", span(3, 12, 13))


def test_alias_is_a_fault() -> None:
    """A value taken from elsewhere by anchor is refused, since editors do not see it."""
    (found,) = structure_faults(PATH, compose(PATH, "title: &a 一\nsummary: *a\n"))
    assert (found.code, found.message) == ("alias", "这里用“&”起了名字，别处用“*”代替")
    assert found.hint == "把内容原样写出来，每处各写一遍"


def test_list_within_itself_is_a_fault_and_no_loop() -> None:
    """An anchor that contains itself ends the walk with a finding."""
    assert [f.code for f in structure_faults(PATH, compose(PATH, "a: &a [*a]"))] == ["alias"]


def test_key_that_is_no_text_is_a_fault() -> None:
    """A list in the place of a field name is pointed at."""
    (found,) = structure_faults(PATH, compose(PATH, "? [a]\n: b\n"))
    assert (found.code, found.message) == ("yaml-syntax", "冒号前面要是一个字段名")
    assert (found.span.line, found.span.column) == (1, 3)


@pytest.mark.parametrize(("text", "line"), [("a: 一\n\tb: 二\n", 2), ("\ta: 一\n", 1)])
def test_tab_is_named(text: str, line: int) -> None:
    """A tab, which looks like spaces, is said to be one."""
    found = unreadable(text)
    assert (found.code, found.message) == ("tab-indent", "缩进用了制表符（Tab）")
    assert found.hint == "每一级缩进换成两个空格（catalogue check --fix 可以自动改）"
    assert found.span == span(line, 1, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title：标题\nsummary: 说明\n", span(1, 6, 7)),
        ("title: 标题\nsummary： 说明\nowner: 科室\n", span(2, 8, 10)),
        ("title: 标题\nsummary：说明\n", span(2, 8, 9)),
    ],
)
def test_full_width_colon_is_named(text: str, expected: Span) -> None:
    """A full-width colon, which an input method writes, is pointed at on its own line."""
    found = unreadable(text)
    assert found.code == "full-width-punctuation"
    assert found.hint == "换成半角冒号加一个空格“: ”（catalogue check --fix 可以自动改）"
    assert found.span == expected


def test_full_width_colon_in_a_value_is_not_blamed() -> None:
    """Where a value has such a colon by right, what is really wrong is pointed at."""
    assert unreadable("a:\n  - SYB：创办企业\nb: 时间: 九点\n").span.line == 3


def test_colon_within_a_value_is_named() -> None:
    """A second colon in a line is explained, with the way to write it."""
    found = unreadable("title: 时间: 九点\n")
    assert found.message == "这里多了一个冒号，或者上一行缩进不对"
    assert found.hint == "值里面有冒号时，用引号把整个值括起来"
    assert (found.span.line, found.span.column) == (1, 10)


@pytest.mark.parametrize("text", ["t\x00i\x00", "a: \x00", "a: \x07"])
def test_control_characters_are_a_finding(text: str) -> None:
    """Characters that no text has are a finding with a place."""
    assert unreadable(text).span.line == 1


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n"])
def test_empty_file_is_named(text: str) -> None:
    """A file without content says so."""
    found = unreadable(text)
    assert (found.code, found.message, found.span) == ("empty-file", "文件是空的", span(1, 1, 2))


@pytest.mark.parametrize("text", ["a: [1", 'a: "x', "a: 1\n---\na: 2\n", "- a\nb: c\n", "a: @x"])
def test_broken_syntax_is_a_finding(text: str) -> None:
    """Whatever YAML cannot read on from is one finding with a place and a way out."""
    found = unreadable(text)
    assert found.code == "yaml-syntax"
    assert found.span.line >= 1
    assert found.hint


TREE = "steps:\n  - name: 登记\n    by: 窗口\ncomplaints:\n  - {kind: 电话, value: x}\n"


@pytest.mark.parametrize(
    ("loc", "expected"),
    [
        ((), span(1, 1, 2)),
        (("steps",), span(2, 3, 4)),
        (("steps", 0), span(2, 5, 6)),
        (("steps", 0, "by"), span(3, 9, 11)),
        (("complaints", "tuple[Channel, ...]", 0, "kind"), span(5, 12, 14)),
        (("steps", 0, "limit"), span(2, 5, 6)),
        (("steps", 7, "by"), span(2, 3, 4)),
        (("nothing", "at", "all"), span(1, 1, 2)),
    ],
)
def test_locate(loc: tuple[str | int, ...], expected: Span) -> None:
    """Tags of unions are skipped, and what is missing is where it should have been."""
    assert locate(PATH, compose(PATH, TREE), loc) == expected


def test_locate_the_key() -> None:
    """An unknown field is its key, not its value."""
    root = compose(PATH, TREE)
    assert locate(PATH, root, ("steps", 0, "by"), key=True) == span(3, 5, 7)
    assert locate(PATH, root, (), key=True) == span(1, 1, 2)


@pytest.mark.parametrize(
    ("line", "column", "loc"),
    [
        (2, 1, ("steps",)),
        (3, 9, ("steps", 0, "by")),
        (3, 5, ("steps", 0, "by")),
        (99, 1, ()),
    ],
)
def test_a_place_of_the_file_belongs_to_a_field(
    line: int, column: int, loc: tuple[str | int, ...]
) -> None:
    """A finding at a line leads back to the innermost key or item."""
    assert loc_at(compose(PATH, TREE), line, column) == loc
