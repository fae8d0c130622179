"""Attachments are read once, and what is found in each is found again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generators.build import attaching, reading, rendering
from generators.build.attaching import read_attached
from generators.build.checking import check
from generators.build.flow import build
from generators.build.project import Project, read_project
from generators.build.store import Store
from generators.diagnostics import Diagnostic
from generators.sources.attachments import AttachmentText, find_attachments
from tests.attachment_files import docx, paragraph
from tests.build.edits import contents, fake_host, write_small_project
from tests.build.later import LaterStore
from tests.samples import AS_OF, FAQ, content_folder

NUMBER = "电话13912345678"


def _content(folder: Path) -> Path:
    content = content_folder(folder, {"faqs/a.yml": FAQ})
    (content / "attachments").mkdir()
    (content / "attachments/a.docx").write_bytes(docx(paragraph(NUMBER)))
    (content / "attachments/b.zip").write_bytes(b"anything")
    return content


def _codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [finding.code for finding in found if finding.span.path.startswith("attachments/")]


def _never(*_: object) -> None:
    raise AssertionError("nothing had to be read")


def test_attachment_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process finds the same without reading it, and without looking into its text."""
    content = _content(tmp_path)
    first = check(content, as_of=AS_OF, store=LaterStore(tmp_path / "cache")).findings
    assert _codes(first) == ["personal-data-in-attachment", "unknown-attachment-type"]
    for name in ("read_attachment", "check_file"):
        monkeypatch.setattr(attaching, name, _never)
    assert check(content, as_of=AS_OF, store=LaterStore(tmp_path / "cache")).findings == first


def test_other_bytes_under_the_same_stamp_are_noticed(tmp_path: Path) -> None:
    """A stamp that is younger than the clock of the disk is coarse says nothing."""
    content, store = _content(tmp_path), Store()
    file = content / "attachments/a.docx"
    before = file.stat()
    check(content, as_of=AS_OF, store=store)
    file.write_bytes(docx(paragraph("电话13912345690")))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    kept = read_attached(find_attachments(content), store=store)
    assert kept == read_attached(find_attachments(content), store=Store())


def test_attachment_that_came_or_went_is_noticed(tmp_path: Path) -> None:
    """What is kept of one that is gone is forgotten, not shown."""
    content, store = _content(tmp_path), Store(tmp_path / "cache")
    check(content, as_of=AS_OF, store=store)
    (content / "attachments/a.docx").rename(content / "attachments/c.docx")
    found = check(content, as_of=AS_OF, store=store).findings
    assert found == check(content, as_of=AS_OF, store=Store()).findings
    assert store.shelf("attachments").get("attachments/a.docx") is None


def test_new_attachment_is_no_reason_to_judge_all_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a record that offers it, or one that is lost, depends on it."""
    content, store = _content(tmp_path), Store()
    check(content, as_of=AS_OF, store=store)
    monkeypatch.setattr(reading, "_judge", _never)
    (content / "attachments/new.txt").write_text("甲", "utf-8")
    assert "unknown-attachment-type" in _codes(check(content, as_of=AS_OF, store=store).findings)


def test_many_attachments_are_read_by_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They say what they say to one process."""
    monkeypatch.setattr(attaching, "_AS_LONG", 1000)
    content = _content(tmp_path)
    read = read_attached(find_attachments(content), store=Store())
    assert read.texts == {
        "attachments/a.docx": AttachmentText((("document.xml", f"{NUMBER}\n"),)),
        "attachments/b.zip": AttachmentText(),
    }
    assert _codes(read.findings) == ["personal-data-in-attachment"]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project that offers attachments and was built once."""
    project = read_project(write_small_project(tmp_path / "project") / "mkdocs.yml")
    _built(project)
    return project


def _built(project: Project) -> dict[str, bytes]:
    build(project, host=fake_host, as_of=AS_OF, store=LaterStore(project.cache))
    return {
        path: data
        for path, data in contents(project.site).items()
        if path.startswith("attachments/")
    }


def test_published_attachment_is_not_read_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit elsewhere leaves it on the site as it is."""
    before = _built(project)
    assert before
    file = next((project.content / "faqs").glob("*.yml"))
    file.write_text(file.read_text("utf-8").replace("title: ", "title: 新", 1), "utf-8")
    monkeypatch.setattr(rendering, "attachment", _never)
    assert _built(project) == before


def test_changed_attachment_takes_the_place_of_the_old(project: Project) -> None:
    """One that was changed is published as it is now, one that the site lost is there again."""
    one, other, *_ = sorted(_built(project))
    (project.content / one).write_bytes(docx(paragraph("新表")))
    (project.site / other).unlink()
    now = _built(project)
    assert [now[path] for path in (one, other)] == [
        (project.content / path).read_bytes() for path in (one, other)
    ]
