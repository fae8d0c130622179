"""What a file of the content is."""

from __future__ import annotations

import pytest

from generators.changes.sheets import kind_of, label_of, read_tree, sheet_of, title_of
from generators.sources import Source


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("faqs/a.yml", "常见问题"),
        ("site.yml", "网站信息"),
        ("holidays/2027.yml", "放假调休"),
        ("vocabularies/topics.yml", "主题词表"),
        ("pages/about.md", "手写页面"),
        ("attachments/form.docx", "附件"),
        ("notes.txt", "文件"),
    ],
)
def test_label_of_a_file(path: str, label: str) -> None:
    """Every file is called by what it is."""
    assert label_of(path) == label


def test_only_files_of_a_kind_are_records() -> None:
    """A file elsewhere, or of another sort, is no record."""
    assert kind_of("faqs/a.yml")
    assert [kind_of(path) for path in ("faqs/a/b.yml", "faqs/a.md", "site.yml")] == [None] * 3
    assert sheet_of("faqs/a.md") is None


@pytest.mark.parametrize(
    "data", [b"title: [", b"", b"title: a\ntitle: b\n", b"a: &x [1]\nb: *x\n", b"\xff\xfe\x00"]
)
def test_unreadable_file_has_no_tree(data: bytes) -> None:
    """What YAML cannot read, or has two meanings, is nothing that could be compared."""
    assert read_tree(Source("faqs/a.yml", data)) is None
    assert title_of(Source("faqs/a.yml", data)) == "a.yml"


def test_titles() -> None:
    """A record has its title, a page its first heading, any other file its name."""
    assert title_of(Source("faqs/a.yml", "title: 利息谁付？".encode())) == "利息谁付？"
    assert title_of(Source("pages/a.md", "---\nx: 1\n---\n# 关于我们\n".encode())) == "关于我们"
    assert title_of(Source("attachments/a.docx", b"PK")) == "a.docx"


def test_vocabulary_is_read_as_its_terms() -> None:
    """A file that is a list has the key that its model gives the list."""
    assert read_tree(Source("vocabularies/topics.yml", b"- {label: x}\n")) == {
        "terms": [{"label": "x"}]
    }
