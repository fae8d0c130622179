"""Small git repositories with a content folder, for tests of what was."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from generators.build.project import Project, read_project
from tests.samples import Files, as_text, content_folder

_PERSON = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "编辑"), ("EMAIL", "editor@shili.example"))
}


@dataclass(frozen=True, slots=True)
class SampleRepository:
    """A project in a git repository."""

    root: Path

    @property
    def project(self) -> Project:
        """Return the project's settings."""
        return read_project(self.root / "mkdocs.yml")

    def begin(self) -> None:
        """Make a repository of the folder, and commit all that is in it."""
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit({})

    def write(self, files: Files) -> None:
        """Write files below the content; those that say None are taken away."""
        for path, said in files.items():
            file = self.root / "content" / path
            if said is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(said if isinstance(said, bytes) else as_text(said).encode())

    def commit(self, files: Files, moment: str = "2026-11-01T10:00:00+08:00") -> None:
        """Write files and commit them at a moment."""
        self.write(files)
        self.git("add", "--all", moment=moment)
        self.git("commit", "--quiet", "--message", "改", moment=moment)

    def git(self, *arguments: str, moment: str = "2026-11-01T10:00:00+08:00") -> str:
        """Run git and return what it says."""
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env=os.environ | _PERSON | dates,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout


def new_repository(root: Path, files: Files) -> SampleRepository:
    """Return a repository whose first commit has a whole content folder with *files*."""
    root.mkdir(parents=True, exist_ok=True)
    content_folder(root, files)
    (root / "mkdocs.yml").write_text("site_name: 示例\nplugins: [{catalogue: {}}]\n", "utf-8")
    repository = SampleRepository(root)
    repository.begin()
    return repository
