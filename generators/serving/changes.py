"""Which files of a project were changed, as soon as whoever changes them is done."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generators.build.project import Project

_SETTLED = 0.03
"""Seconds without another change after which an edit is over; editors write a file in steps."""
# Reading a file is an event too, and a build reads them all.
_KINDS = {"created", "modified", "moved", "deleted"}
_SCRATCH = (".swp", ".swx", ".tmp", "~", ".crdownload", ".part")
_VIM_PROBE = "4913"


class Changes(FileSystemEventHandler):
    """Gathers changed files until somebody asks for them."""

    def __init__(self, project: Project) -> None:
        self._config = project.config
        self._folders = (project.content, project.pages, project.overrides)
        self._queue: SimpleQueue[Path | None] = SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the files of an event that matter."""
        if event.event_type not in _KINDS or (
            event.is_directory and event.event_type == "modified"
        ):
            return
        for path in (event.src_path, event.dest_path):
            if path and self._matters(file := Path(os.fsdecode(path))):
                self._queue.put(file)

    def _matters(self, file: Path) -> bool:
        if file == self._config:
            return True
        return not _is_scratch(file.name) and any(file.is_relative_to(f) for f in self._folders)

    def wait(self) -> frozenset[Path]:
        """Wait for a change, and until no other follows at once; nothing once watching is over."""
        files: set[Path] = set()
        try:
            while file := self._queue.get(timeout=_SETTLED if files else None):
                files.add(file)
        except Empty:
            return frozenset(files)
        return frozenset()

    def are_pending(self) -> bool:
        """Tell whether somebody who asks would not have to wait."""
        return not self._queue.empty()

    def end(self) -> None:
        """Let nobody wait any longer."""
        self._queue.put(None)


def _is_scratch(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith(_SCRATCH) or name == _VIM_PROBE


@contextmanager
def watched(project: Project, *, polls: bool = False) -> Iterator[Changes]:
    """Watch the content, the templates and the settings of a project.

    *polls* asks for every file again and again, as is needed on drives that tell nothing.
    """
    changes = Changes(project)
    observer = _observer(polls=polls)
    for folder in {project.content, project.pages, project.overrides}:
        if folder.is_dir():
            observer.schedule(changes, str(folder), recursive=True)
    observer.schedule(changes, str(project.root), recursive=False)
    observer.start()
    try:
        yield changes
    finally:
        changes.end()
        observer.stop()
        observer.join()


def _observer(*, polls: bool) -> BaseObserver:
    return PollingObserver() if polls else Observer()
