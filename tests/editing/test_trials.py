"""Records judged before they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.build.project import read_project
from generators.editing.trials import check_with, trial
from generators.sources import Source
from tests.samples import AS_OF, FAQ, content_folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with one question."""
    return content_folder(tmp_path, {"faqs/a.yml": FAQ})


def test_proposed_records_are_judged_as_if_they_were_written(content: Path) -> None:
    """A draft takes the place of its file, or is a record more; lines are those of the draft."""
    (content.parent / "mkdocs.yml").touch()
    project = read_project(content.parent / "mkdocs.yml", content=content)
    proposed = [
        Source("faqs/a.yml", FAQ.replace("全国", "火星").encode()),
        Source("faqs/b.yml", FAQ.encode()),
    ]
    checked = check_with(project, proposed, as_of=AS_OF)
    found = {(f.code, f.span.path) for f in checked.findings if f.is_error}
    assert found == {
        ("unknown-term", "content/faqs/a.yml"),
        ("duplicate-title", "content/faqs/b.yml"),
    }
    assert checked.line_of("content/faqs/a.yml", 6) == "region: 火星"
    assert list(project.cache.iterdir()) == []


def test_a_trial_leaves_the_content_as_it_is(content: Path) -> None:
    """The copy is made of links; what is written into it is written beside them."""
    with trial(content, [Source("faqs/a.yml", b"x")], beside=content.parent) as copy:
        assert (copy / "faqs/a.yml").read_bytes() == b"x"
        assert (copy / "site.yml").samefile(content / "site.yml")
    assert (content / "faqs/a.yml").read_text("utf-8") == FAQ
    assert not copy.exists()
