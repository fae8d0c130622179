"""The peers get the same records, and an edit is one edit."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from tests.benchmarks.markdown_records import as_markdown
from tests.benchmarks.whole_build import edit
from tests.samples import entry

POLICY = "title: 一项政策\nsummary: 原来的一句话。\nregion: 全国\n"


def test_markdown_says_every_value() -> None:
    """Every scalar of the record stands in what the peers are given."""
    record = entry("faqs", "a")
    _, front, body = as_markdown(record).split("---\n", 2)
    assert yaml.safe_load(front) == json.loads(front)
    assert yaml.safe_load(front)["title"] == record.record.title
    assert all(str(leaf.value) in front + body for leaf in record.leaves())


def test_edit_changes_one_summary(tmp_path: Path) -> None:
    """One line of one file is another one, in every round."""
    folder = tmp_path / "content" / "policies"
    folder.mkdir(parents=True)
    for name in ("a.yml", "b.yml"):
        (folder / name).write_text(POLICY, "utf-8")
    first = edit(tmp_path, 0).read_text("utf-8")
    second = edit(tmp_path, 1).read_text("utf-8")
    assert len({POLICY, first, second}) == 3
    assert first.splitlines()[::2] == POLICY.splitlines()[::2]
    assert (folder / "b.yml").read_text("utf-8") == POLICY
