"""Judge records that are not written yet, in a copy of the content that has them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generators.build.checking import Checked, check
from generators.build.project import Project
from generators.sources import Source


def check_with(
    project: Project, proposed: Sequence[Source], *, as_of: date | None = None
) -> Checked:
    """Check a project's content as if *proposed* were written, on its own today if no day is given.

    Lines are given of the proposed records only.
    """
    content, root = project.content, project.root
    folder = (content.relative_to(root) if content.is_relative_to(root) else content).as_posix()
    project.cache.mkdir(parents=True, exist_ok=True)
    with trial(content, proposed, beside=project.cache) as copy:
        checked = check(copy, as_of=as_of or project.today())
    drafts = {f"{folder}/{source.path}": source for source in proposed}
    return replace(
        checked,
        findings=tuple(finding.below(folder) for finding in checked.findings),
        line_of=lambda path, number: drafts[path].line(number) if path in drafts else None,
    )


@contextmanager
def trial(content: Path, proposed: Sequence[Source], *, beside: Path) -> Iterator[Path]:
    """Give a folder that is the content with *proposed* in it, for as long as it is looked at.

    It costs little: files that are the same are links, where *beside* is on the same disk.
    """
    with TemporaryDirectory(prefix="trial.", dir=beside) as folder:
        copy = Path(folder) / "content"
        shutil.copytree(content, copy, copy_function=_link)
        for source in proposed:
            file = copy / source.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink(missing_ok=True)  # to write into a link would change the original
            file.write_bytes(source.data)
        yield copy


def _link(file: str, copy: str) -> None:
    try:
        os.link(file, copy)
    except OSError:
        shutil.copy2(file, copy)
