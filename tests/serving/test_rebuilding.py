"""Building after every edit: what is said, what is shown, what never happens."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader

from generators.artifacts import Artifact
from generators.build.checking import Checked
from generators.build.flow import REFUSED, Built
from generators.build.previewing import Preview
from generators.build.project import read_project
from generators.build.writer import write_site
from generators.diagnostics import Diagnostic, Severity, Span
from generators.serving.board import Board, Fresh, Showing
from generators.serving.changes import watched
from generators.serving.early import Early, SupersededError
from generators.serving.rebuilding import Place, Rebuilder, version_of

ERROR = Diagnostic("bad-id", "编号错了", Span("content/a.yml"))
WARNING = Diagnostic("stale-section", "旧了", Span("content/b.yml"), Severity.WARNING)


def _built(*findings: Diagnostic, site: Path | None = None, text: str = "") -> Built:
    checked = Checked(None, findings, lambda path, number: None, {})
    if site is None:
        return Built(checked, refusal=REFUSED)
    return Built(checked, written=write_site([Artifact.of_text("index.html", text)], site))


@dataclass
class Desk:
    """An editor's desk: what is said there, what browsers see, and a rebuilder."""

    root: Path
    said: list[str] = field(default_factory=list)
    board: Board = field(default_factory=Board)

    @property
    def site(self) -> Path:
        """Return where the site is."""
        return self.root / "serve"

    def rebuilder(self, build: Callable[[], Built]) -> Rebuilder:
        """Return one that builds so."""
        return self.offering_rebuilder(lambda early: build())

    def offering_rebuilder(self, build: Callable[[Early], Built]) -> Rebuilder:
        """Return one that builds so, and may offer pages before."""
        place = Place(self.root, self.root / "content", self.site)
        return Rebuilder(build, place, self.board, self.said.append)


def _build(desk: Desk, *findings: Diagnostic) -> Built:
    return _built(*findings) if findings else _built(site=desk.site)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return an empty desk."""
    return Desk(tmp_path)


def test_edit_is_named_and_its_site_shown(desk: Desk) -> None:
    """The editor reads what was noticed and what became of it; browsers get another version."""
    desk.rebuilder(lambda: _built(site=desk.site, text="新")).rebuild({desk.root / "content/a.yml"})
    assert desk.said[0] == "\n改了 content/a.yml"
    assert desk.said[1].endswith(" 秒，新写了 2 个文件。")
    assert desk.board.showing == Showing(version_of(desk.site))
    assert desk.board.showing.version


def test_many_edits_are_counted(desk: Desk) -> None:
    """After a pull from others three files are named."""
    files = {desk.root / f"content/{number}.yml" for number in range(5)}
    desk.rebuilder(lambda: _built(site=desk.site)).rebuild(files)
    assert desk.said[0] == "\n改了 content/0.yml、content/1.yml、content/2.yml 等 5 个文件"


def test_broken_edit_keeps_the_site_and_shows_its_errors(desk: Desk) -> None:
    """Errors are in the terminal and for the page, and the version stays what it was."""
    builds = iter([_built(site=desk.site, text="旧"), _built(WARNING, ERROR)])
    rebuilder = desk.rebuilder(lambda: next(builds))
    rebuilder.rebuild()
    before = desk.board.showing.version
    rebuilder.rebuild()
    assert "错误[bad-id]：编号错了" in desk.said[-2]
    assert "stale-section" not in desk.said[-2]
    assert desk.said[-1] == f"{REFUSED}\n浏览器里还是上一次正确的网站。"
    showing = desk.board.showing
    assert (showing.version, showing.refusal) == (before, REFUSED)
    assert "编号错了" in showing.findings
    assert "旧了" not in showing.findings


def test_mending_clears_what_was_shown(desk: Desk) -> None:
    """After the mend nothing is refused."""
    findings = iter([(ERROR,), ()])
    rebuilder = desk.rebuilder(lambda: _build(desk, *next(findings)))
    rebuilder.rebuild()
    assert desk.said[-1] == f"{REFUSED}\n改好以后浏览器会自动打开网站。"
    rebuilder.rebuild()
    assert desk.board.showing == Showing(version_of(desk.site))


def test_warnings_are_told_once(desk: Desk) -> None:
    """What was known before an edit is not said after it."""
    rebuilder = desk.rebuilder(lambda: _built(WARNING, site=desk.site))
    rebuilder.rebuild()
    rebuilder.rebuild()
    assert "".join(desk.said).count("stale-section") == 1


def test_site_of_an_earlier_day_is_shown_at_once(desk: Desk) -> None:
    """Who starts again sees the last good site while the first build runs."""
    _built(site=desk.site, text="昨天")
    desk.rebuilder(lambda: _built(ERROR))
    assert desk.board.showing == Showing(version_of(desk.site))


def test_broken_template_is_named_with_its_line(desk: Desk) -> None:
    """A fault in a template is a sentence with file and line, no trace."""
    (desk.root / "overrides").mkdir()
    (desk.root / "overrides/faq.html").write_text("<p>\n{% if %}\n", "utf-8")
    templates = Environment(loader=FileSystemLoader(desk.root / "overrides"))

    def build() -> Built:
        templates.get_template("faq.html")
        raise AssertionError

    desk.rebuilder(build).rebuild()
    assert desk.board.showing.refusal.startswith("模板 overrides/faq.html 第 2 行有错误：")
    assert "Traceback" not in desk.said[-1]


def test_broken_settings_are_named_with_their_line(desk: Desk) -> None:
    """A fault in mkdocs.yml is told like one in a record."""
    desk.rebuilder(lambda: yaml.safe_load("a: 1\nb: ]\n")).rebuild()
    assert desk.board.showing.refusal.startswith("mkdocs.yml 第 2 行有错误：")


def test_any_other_failure_is_survived_and_traced(desk: Desk) -> None:
    """A programmer sees where it happened; the page has one sentence; the next edit builds."""

    def build() -> Built:
        raise KeyError("x")

    rebuilder = desk.rebuilder(build)
    rebuilder.rebuild()
    assert "Traceback" in desk.said[0]
    assert desk.board.showing.refusal == "生成时出错（KeyError）：'x'，详细情况在终端里"


class _Page:
    """Stands for a preview that has one page."""

    def page(self, path: str) -> bytes | None:
        """Return it, or fail as a template may."""
        if path == "broken/index.html":
            raise KeyError(path)
        return b"early" if path == "faqs/a/index.html" else None


def test_pages_are_shown_before_the_site_is_made(desk: Desk) -> None:
    """Meanwhile browsers get pages by an early version, which the site names afterwards."""
    seen: list[tuple[Showing, Fresh]] = []

    def build(early: Early) -> Built:
        early.offer(cast(Preview, _Page()))
        seen.append(desk.board.state)
        return _built(site=desk.site, text="新")

    _built(site=desk.site, text="旧")
    desk.offering_rebuilder(build).rebuild({desk.root / "content/faqs/a.yml"})
    showing, fresh = seen[0]
    assert showing == Showing("early-1", is_building=True, is_early=True)
    assert [fresh(f"{name}/index.html") for name in ("faqs/a", "x", "broken")] == [
        b"early",
        None,
        None,
    ]
    assert desk.board.showing == Showing(version_of(desk.site), settles="early-1")
    assert desk.board.state[1]("faqs/a/index.html") is None
    assert re.search(r"页面 \d\.\d\d 秒就能看了，全部用了", desk.said[-1])


@pytest.mark.parametrize("name", ["overrides/a.css", "mkdocs.yml"])
def test_only_an_edit_of_content_is_shown_early(desk: Desk, name: str) -> None:
    """Styles and scripts are to be had when the site is made, and go with its pages."""
    shown: list[Showing] = []
    _built(site=desk.site, text="旧")

    def build(early: Early) -> Built:
        early.offer(cast(Preview, _Page()))
        shown.append(desk.board.showing)
        return _built(site=desk.site, text="新")

    desk.offering_rebuilder(build).rebuild({desk.root / "content/a.yml", desk.root / name})
    assert not shown[0].is_early


def test_next_edit_ends_a_build_that_nobody_waits_for(desk: Desk) -> None:
    """Its pages stay to be seen, over a broken edit too, until there is a site."""
    old, edit = _built(site=desk.site, text="旧"), {desk.root / "content/a.yml"}
    builds = iter([None, _built(ERROR), old])

    def build(early: Early) -> Built:
        built = next(builds)
        if built is None:
            early.offer(cast(Preview, _Page()))
        return cast(Built, built)

    rebuilder = desk.offering_rebuilder(build)
    rebuilder.rebuild(edit, pending=lambda: True)
    assert re.fullmatch(r"页面 \d\.\d\d 秒就能看了。", desk.said[-1])
    rebuilder.rebuild(edit)
    showing, fresh = desk.board.state
    assert (showing.version, showing.refusal) == ("early-1", REFUSED)
    assert fresh("faqs/a/index.html") == b"early"
    rebuilder.rebuild(edit)
    assert desk.board.showing == Showing(version_of(desk.site))


def test_build_without_pages_is_not_given_up(desk: Desk) -> None:
    """Before pages can be seen, somebody waits for them."""
    early = Early(desk.board, "early-1", is_wanted=True, pending=lambda: True)
    early.give_way()
    with pytest.raises(SupersededError):
        early.offer(cast(Preview, _Page()))
    with pytest.raises(SupersededError):
        early.give_way()


@pytest.fixture
def waiting(desk: Desk) -> Iterator[tuple[threading.Event, list[int]]]:
    """Run a rebuilder whose builds last until they are let go; return that, and the builds."""
    (desk.root / "mkdocs.yml").write_text("{}", "utf-8")
    (desk.root / "content").mkdir()
    go, builds = threading.Event(), list[int]()

    def build() -> Built:
        builds.append(len(builds))
        assert go.wait(30)
        return _built(site=desk.site)

    with watched(read_project(desk.root / "mkdocs.yml")) as changes:
        thread = threading.Thread(target=desk.rebuilder(build).keep_up, args=(changes,))
        thread.start()
        yield go, builds
        changes.end()
        thread.join()


def test_changes_during_a_build_make_one_more(
    desk: Desk, waiting: tuple[threading.Event, list[int]]
) -> None:
    """However many files are saved while a build runs, one build follows it."""
    go, builds = waiting
    for number in range(5):
        (desk.root / f"content/{number}.yml").write_text("x", "utf-8")
    number, _ = desk.board.after(-1, timeout=0)
    go.set()
    while len(desk.said) < 3:
        number, _ = desk.board.after(number, timeout=30)
    assert desk.said[1].endswith(" 等 5 个文件")
    assert builds == [0, 1]
