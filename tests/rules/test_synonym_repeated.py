"""Words that stand in the file of synonyms twice."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Note, Severity, Span
from generators.rules.synonym_repeated import CODE
from tests.samples import findings


def test_word_in_two_groups_is_a_fault(tmp_path: Path) -> None:
    """The later of two places is pointed at, with a note at the first."""
    files = {"synonyms.yml": "groups:\n  - [房租, 租金]\n  - [场租, 租金]\n"}
    (found,) = findings(tmp_path, CODE, files)
    assert found.message == "“租金”放在两组里"
    assert (found.severity, found.span) == (Severity.WARNING, Span("synonyms.yml", 3, 10, 3, 12))
    assert found.hint == "意思一样就把两组合成一组，不一样就只留在一组里"
    assert found.notes == (Note(Span("synonyms.yml", 2, 10, 2, 12), "首次出现在这里"),)


def test_word_twice_in_a_group_is_a_fault(tmp_path: Path) -> None:
    """Case and width do not make another word of it."""
    files = {"synonyms.yml": "groups:\n  - [syb, 创办你的企业, ＳＹＢ]\n"}
    (found,) = findings(tmp_path, CODE, files)
    assert (found.message, found.hint) == ("“ＳＹＢ”在一组里写了两遍", "删掉一个")


def test_word_in_three_groups_is_two_faults(tmp_path: Path) -> None:
    """Every place after the first is pointed at, each with a note at the first."""
    groups = "groups: [[房租, 租金], [租金, 场租], [店租, 租金]]\n"
    found = findings(tmp_path, CODE, {"synonyms.yml": groups})
    assert [note.span.column for finding in found for note in finding.notes] == [15, 15]


def test_word_of_a_vocabulary_may_have_a_group(tmp_path: Path) -> None:
    """Other names of a term are no group of this file; neither is a missing file a fault."""
    files = {"synonyms.yml": "groups: [[个体户, 个体工商户]]\n"}
    assert findings(tmp_path / "a", CODE, files) == []
    assert findings(tmp_path / "b", CODE, {}) == []
