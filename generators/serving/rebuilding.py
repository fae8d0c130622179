"""Making the site anew after every edit, whatever the edit, and telling of it."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import yaml

from generators.build.flow import Built
from generators.build.manifest import PATH as MANIFEST
from generators.build.summary import changes_in
from generators.diagnostics import Diagnostic, render_html, render_text
from generators.serving.board import Board, Showing, no_page
from generators.serving.changes import Changes
from generators.serving.early import Early, SupersededError

_TEMPLATES = (".html", ".xml")
_NAMED = 3
"""How many changed files are named before the rest is counted."""
_MOST = 5
"""How many findings of a kind are shown after an edit."""
_MANY = 100_000
"""New values, more than are made until an edit can be seen, after which cycles are looked for."""


class Place(NamedTuple):
    """Where things are: the project's folder, its content, and the site that is shown."""

    root: Path
    content: Path
    site: Path


class Rebuilder:
    """Builds again and again, and says on the *board* and to the editor what came of it."""

    def __init__(
        self,
        build: Callable[[Early], Built],
        place: Place,
        board: Board,
        say: Callable[[str], None],
    ) -> None:
        self._build, self._place, self._board, self._say = build, place, board, say
        self._told: tuple[Diagnostic, ...] = ()
        self._numbers = count(1)
        board.put(Showing(version_of(place.site)))

    def keep_up(self, changes: Changes) -> None:
        """Build now and after every change, until there can be none any more.

        What the first build found out stays; to look for cycles in it takes longer than an edit.
        """
        self.rebuild()
        with _seldom_collected():
            while changed := changes.wait():
                self.rebuild(changed, pending=changes.are_pending)

    def rebuild(
        self, changed: Collection[Path] = (), *, pending: Callable[[], bool] = lambda: False
    ) -> None:
        """Build once; nothing that goes wrong ends the server.

        Where another edit is *pending*, a build whose pages can be seen already is given up.
        """
        if changed:
            self._say(f"\n改了 {_named(changed, self._place.root)}")
        showing, fresh = self._board.state
        self._board.put(replace(showing, is_building=True), fresh)
        version, is_wanted = f"early-{next(self._numbers)}", self._may_be_early(changed)
        early = Early(self._board, version, is_wanted, pending)
        try:
            built = self._build(early)
        except SupersededError:
            self._say(f"页面 {early.seconds:.2f} 秒就能看了。")
        except Exception as error:
            if not (reason := _known_fault(error, self._place.root)):
                self._say("".join(traceback.format_exception(error)))
                reason = f"生成时出错（{type(error).__name__}）：{error}，详细情况在终端里"
            self._refuse(reason)
        else:
            self._tell(built, early)

    def _may_be_early(self, changed: Collection[Path]) -> bool:
        """Tell whether single pages can be shown: the files beside them are as they were."""
        place = self._place
        is_content = all(file.is_relative_to(place.content) for file in changed)
        return bool(changed and is_content and version_of(place.site))

    def _tell(self, built: Built, early: Early) -> None:
        findings = built.checked.findings
        if built.refusal:
            errors = [finding for finding in findings if finding.is_error]
            self._show(built, errors)
            self._refuse(built.refusal, render_html(errors, built.checked.line_of))
            return
        self._show(built, [finding for finding in findings if finding not in self._told])
        self._told = findings
        settles = early.version if early.seconds else ""
        self._board.put(Showing(version_of(self._place.site), settles=settles))
        soon = f"页面 {early.seconds:.2f} 秒就能看了，全部" if early.seconds else ""
        seconds = perf_counter() - early.begun
        self._say(f"{soon}用了 {seconds:.2f} 秒，{changes_in(built.written)}。")

    def _show(self, built: Built, findings: Sequence[Diagnostic]) -> None:
        if findings:
            self._say(render_text(findings, built.checked.line_of, most=_MOST).rstrip())
        for line in built.warnings:
            self._say(line)

    def _refuse(self, reason: str, findings: str = "") -> None:
        showing, fresh = self._board.state
        if not showing.is_early:
            showing, fresh = Showing(version_of(self._place.site)), no_page
        refused = replace(showing, is_building=False, refusal=reason, findings=findings)
        self._board.put(refused, fresh)
        still = (
            "浏览器里还是上一次正确的网站" if refused.version else "改好以后浏览器会自动打开网站"
        )
        self._say(f"{reason}\n{still}。")


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Leave out of the search for cycles what is there now, and search less often."""
    often = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_MANY, *often[1:])
    try:
        yield
    finally:
        gc.set_threshold(*often)
        gc.unfreeze()


def version_of(site: Path) -> str:
    """Return what tells a site from every other, empty where there is none."""
    try:
        return sha256((site / MANIFEST).read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


def _named(changed: Collection[Path], root: Path) -> str:
    names = sorted(_name(file, root) for file in changed)
    rest = f" 等 {len(names)} 个文件" if len(names) > _NAMED else ""
    return f"{'、'.join(names[:_NAMED])}{rest}"


def _known_fault(error: Exception, root: Path) -> str:
    """Say in one line what an editor can mend; empty where only a programmer can."""
    frames = traceback.extract_tb(error.__traceback__)
    template = next((f for f in reversed(frames) if f.filename.endswith(_TEMPLATES)), None)
    if template:
        return f"模板 {_name(Path(template.filename), root)} 第 {template.lineno} 行有错误：{error}"
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return f"mkdocs.yml 第 {error.problem_mark.line + 1} 行有错误：{error.problem}"
    return ""


def _name(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
