"""Making the site anew after every edit, whatever the edit, and telling of it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import yaml

from generators.build.flow import Built
from generators.build.manifest import PATH as MANIFEST
from generators.build.summary import changes_in
from generators.diagnostics import Diagnostic, render_html, render_text
from generators.serving.board import Board, Showing
from generators.serving.changes import Changes

_TEMPLATES = (".html", ".xml")
_NAMED = 3
"""How many changed files are named before the rest is counted."""
_MOST = 5
"""How many findings of a kind are shown after an edit."""


class Place(NamedTuple):
    """Where things are: the project's folder and the site that is shown."""

    root: Path
    site: Path


class Rebuilder:
    """Builds again and again, and says on the *board* and to the editor what came of it."""

    def __init__(
        self, build: Callable[[], Built], place: Place, board: Board, say: Callable[[str], None]
    ) -> None:
        self._build, self._place, self._board, self._say = build, place, board, say
        self._told: tuple[Diagnostic, ...] = ()
        board.put(Showing(version_of(place.site)))

    def keep_up(self, changes: Changes) -> None:
        """Build now and after every change, for ever."""
        changed: Collection[Path] = ()
        while True:
            self.rebuild(changed)
            changed = changes.wait()

    def rebuild(self, changed: Collection[Path] = ()) -> None:
        """Build once; nothing that goes wrong ends the server."""
        self._board.put(replace(self._board.showing, is_building=True))
        begun = perf_counter()
        try:
            built = self._build()
        except Exception as error:
            self._say(f"{_named(changed, self._place.root)}{self._tell_of(error)}")
            return
        took = f"{_named(changed, self._place.root)}用了 {perf_counter() - begun:.2f} 秒，"
        self._tell(built, took)

    def _tell(self, built: Built, took: str) -> None:
        checked = built.checked
        if checked.findings != self._told:
            self._say(render_text(checked.findings, checked.line_of, most=_MOST).rstrip())
            self._told = checked.findings
        version = version_of(self._place.site)
        if not built.refusal:
            self._board.put(Showing(version))
            self._say(f"{took}{changes_in(built.written)}。")
            return
        errors = [finding for finding in checked.findings if finding.is_error]
        found = render_html(errors, checked.line_of)
        self._board.put(Showing(version, refusal=built.refusal, findings=found))
        self._say(f"{took}{built.refusal}\n{_still(version)}")

    def _tell_of(self, error: Exception) -> str:
        reason = _reason(error, self._place.root)
        version = version_of(self._place.site)
        self._board.put(Showing(version, refusal=reason))
        return f"{reason}\n{_still(version)}"


def version_of(site: Path) -> str:
    """Return what tells a site from every other, empty where there is none."""
    try:
        return sha256((site / MANIFEST).read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


def _named(changed: Collection[Path], root: Path) -> str:
    if not changed:
        return ""
    names = sorted(
        f.relative_to(root).as_posix() if f.is_relative_to(root) else str(f) for f in changed
    )
    rest = f" 等 {len(names)} 个文件" if len(names) > _NAMED else ""
    return f"改了 {'、'.join(names[:_NAMED])}{rest}：\n"


def _still(version: str) -> str:
    return "浏览器里还是上一次正确的网站。" if version else "改好以后，浏览器里会自动打开网站。"


def _reason(error: Exception, root: Path) -> str:
    """Say in one line what an editor can do about; the rest is for programmers."""
    frames = traceback.extract_tb(error.__traceback__)
    template = next((f for f in reversed(frames) if f.filename.endswith(_TEMPLATES)), None)
    if template:
        file = Path(template.filename)
        name = file.relative_to(root) if file.is_relative_to(root) else file
        return f"模板 {name} 第 {template.lineno} 行有错误：{error}"
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return f"mkdocs.yml 第 {error.problem_mark.line + 1} 行有错误：{error.problem}"
    trace = "".join(traceback.format_exception(error))
    return f"{trace}生成时出错（{type(error).__name__}）：{error}"
