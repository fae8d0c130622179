"""Words that a search passes over though something is to be found by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.diagnostics import Note, Severity, Span
from generators.rules.synonym_ignored import CODE
from tests.samples import FAQ, findings

GROUPS = "groups:\n  - [举报, 反映问题]\n"


def test_word_of_a_group_cannot_be_ignored(tmp_path: Path) -> None:
    """The ignored word is pointed at, with a note at the group."""
    files = {"synonyms.yml": f"{GROUPS}ignored: [怎么, 举报]\n"}
    (found,) = findings(tmp_path, CODE, files)
    assert found.message == "“举报”写成了不看的字词，又是同义说法，搜它会找不到"
    assert (found.severity, found.span) == (Severity.ERROR, Span("synonyms.yml", 3, 15, 3, 17))
    assert found.hint == "从 ignored 里删掉它"
    assert found.notes == (Note(Span("synonyms.yml", 2, 6, 2, 8), "要让人搜到的在这里"),)


@pytest.mark.parametrize(
    ("word", "path", "what"),
    [
        ("妇女", "vocabularies/audiences.yml", "词表里的名称"),
        ("４０５０人员", "vocabularies/audiences.yml", "词表里的其他叫法"),
        ("贷款利息谁来付？", "faqs/a.yml", "一条记录的标题"),
        ("利息谁付", "faqs/a.yml", "一条记录的别名"),
        ("利率谁定", "faqs/b.yml", "一条记录的别名"),
    ],
)
def test_name_cannot_be_ignored(word: str, path: str, what: str, tmp_path: Path) -> None:
    """Nor can a title, an alias or a term, be the record faulty or not."""
    files = {
        "faqs/a.yml": f"{FAQ}aliases: [利息谁付]\n",
        "faqs/b.yml": "aliases: [利率谁定]\n",
        "synonyms.yml": f"ignored: [{word}]\n",
    }
    (found,) = findings(tmp_path, CODE, files)
    assert what in found.message
    assert [note.span.path for note in found.notes] == [path]


def test_part_of_a_name_may_be_ignored(tmp_path: Path) -> None:
    """A word that only stands inside a title is what the list is for."""
    files = {"faqs/a.yml": FAQ, "synonyms.yml": f"{GROUPS}ignored: [谁来, 怎么, 吗]\n"}
    assert findings(tmp_path, CODE, files) == []
