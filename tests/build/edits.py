"""A small project, a host that needs no MkDocs, and the edits that editors and programmers make."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from generators.artifacts import Artifact
from generators.build.hosting import Hosted, files_below
from generators.build.project import Project
from generators.catalogue import Catalogue
from generators.outputs import HostPage
from generators.outputs.frames import MARKS
from generators.outputs.placeholders import placeholders
from tests.attachment_files import docx, paragraph
from tests.benchmarks.many_records import write_project
from tests.samples import AS_OF

_COUNT = 40


def fake_host(project: Project, catalogue: Catalogue) -> Hosted:
    """Give a frame for each placeholder, the pages as they are written, and the assets."""
    marks = "".join(f"%%catalogue:{mark}%%" for mark in MARKS)
    site = catalogue.site.name
    frames = {
        p.name: f"<html><title>{site}</title>{p.section}{marks}" for p in placeholders(catalogue)
    }
    pages = tuple(
        HostPage(f"{file.path.removesuffix('.md')}/", file.path, file.data.decode())
        for file in files_below(project.pages)
    )
    assets = (
        Artifact(f"assets/{file.path}", file.data)
        for file in files_below(project.overrides / "assets")
    )
    written = (Artifact.of_text(f"{page.path}index.html", f"<h1>{page.text}") for page in pages)
    return Hosted(frames, pages, (*assets, *written))


def write_small_project(root: Path) -> Path:
    """Write a project of some records."""
    write_project(root, _COUNT)
    return root


def contents(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its path."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


@dataclass(slots=True)
class Editor:
    """Somebody who edits a project at random, on a day that goes by."""

    root: Path
    dice: Random
    day: date = AS_OF

    @classmethod
    def of_new_project(cls, root: Path, seed: int) -> Editor:
        """Write a project of some records and let somebody edit it."""
        return cls(write_small_project(root), Random(seed))

    @property
    def _before(self) -> Path:
        return self.root.with_name("before")

    def edit(self) -> str:
        """Make an edit and return what was done."""
        shutil.rmtree(self._before, ignore_errors=True)
        shutil.copytree(self.root, self._before)
        done = self.dice.choice(_EDITS)
        return f"{done.__name__} {done(self)}"

    def undo(self) -> None:
        """Take the last edit back: git's files are as new as any."""
        shutil.rmtree(self.root)
        shutil.copytree(self._before, self.root, copy_function=shutil.copy)

    def record(self, kind: str = "*") -> Path:
        """Return a record of a kind, or of any."""
        folders = [folder for folder in (self.root / "content").iterdir() if folder.is_dir()]
        kinds = {f.name for f in folders} - {"pages", "vocabularies", "holidays", "attachments"}
        found = [f for f in self.root.glob(f"content/{kind}/*.yml") if f.parent.name in kinds]
        return self.dice.choice(sorted(found))

    def form(self) -> Path:
        """Return a file that is offered for download."""
        return self.dice.choice(sorted(self.root.glob("content/attachments/*")))

    def word(self) -> str:
        """Return a word that is not in the project yet."""
        return "".join(self.dice.choice("创业服务贷款培训场地导师") for _ in range(6))


def _replace(file: Path, old: str, new: str) -> Path:
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    return file


def _change_summary(editor: Editor) -> Path:
    return _replace(editor.record(), "summary: ", f"summary: {editor.word()}，")


def _change_title(editor: Editor) -> Path:
    return _replace(editor.record(), "title: ", f"title: {editor.word()}")


def _publish_later(editor: Editor) -> Path:
    file = editor.record()
    text = file.read_text("utf-8")
    moment = text.partition("published_at: ")[2][:10]
    return _replace(file, f"published_at: {moment}", "published_at: 2026-01-02")


def _repeal(editor: Editor) -> Path:
    file = editor.record("policies")
    other = editor.record("policies")
    if "supersedes:" in file.read_text("utf-8"):
        return _replace(file, f"supersedes: [{other.stem}]", "supersedes: []")
    return _replace(file, "\nsummary:", f"\nsupersedes: [{other.stem}]\nsummary:")


def _add(editor: Editor) -> Path:
    file = editor.record()
    new = file.with_stem(f"{file.stem}-{editor.dice.randrange(1000)}")
    new.write_text(file.read_text("utf-8"), "utf-8")
    return _replace(new, "title: ", f"title: {editor.word()}")


def _delete(editor: Editor) -> Path:
    file = editor.record()
    file.unlink()
    return file


def _rename(editor: Editor) -> Path:
    file = editor.record()
    return file.rename(file.with_stem(f"{file.stem}-renamed"))


def _touch(editor: Editor) -> Path:
    file = editor.record()
    file.touch()
    return file


def _change_template(editor: Editor) -> Path:
    names = (
        "records/faqs.html",
        "records/_record.html",
        "lists/card.html",
        "components/parts.html",
    )
    file = editor.root / "overrides" / editor.dice.choice(names)
    return _replace(file, "</p>", f"<!-- {editor.word()} --></p>")


def _change_vocabulary(editor: Editor) -> Path:
    file = editor.root / "content/vocabularies/topics.yml"
    return _replace(file, "aliases: [", f"aliases: [{editor.word()}, ")


def _change_site(editor: Editor) -> Path:
    return _replace(editor.root / "content/site.yml", "operator: ", f"operator: {editor.word()}")


def _change_page(editor: Editor) -> Path:
    file = editor.root / "content/pages/about.md"
    file.write_text(f"{file.read_text('utf-8')}\n{editor.word()}\n", "utf-8")
    return file


def _change_style(editor: Editor) -> Path:
    return _replace(editor.root / "overrides/assets/home/home.css", "", f"/* {editor.word()} */\n")


def _change_form(editor: Editor) -> Path:
    file = editor.form()
    file.write_bytes(docx(paragraph(editor.word())))
    return file


def _lose_form(editor: Editor) -> Path:
    file = editor.form()
    file.unlink()
    return file


def _swap_forms(editor: Editor) -> tuple[Path, Path]:
    """Let two files change places, each as old and as long as it was."""
    one, other, aside = editor.form(), editor.form(), editor.root / "aside"
    one.rename(aside)
    (other if other.exists() else aside).rename(one)
    if aside.exists():
        aside.rename(other)
    return one, other


def _sleep(editor: Editor) -> date:
    editor.day += timedelta(days=editor.dice.choice((1, 1, 30, 400)))
    return editor.day


def _nothing(_: Editor) -> str:
    return ""


_EDITS: tuple[Callable[[Editor], object], ...] = (
    _change_summary,
    _change_title,
    _publish_later,
    _repeal,
    _add,
    _delete,
    _rename,
    _touch,
    _change_template,
    _change_vocabulary,
    _change_site,
    _change_page,
    _change_style,
    _change_form,
    _lose_form,
    _swap_forms,
    _sleep,
    _nothing,
)
