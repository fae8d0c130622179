"""Build a small project in this process with two others: python -m tests.build.elsewhere ROOT."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from generators.build.flow import build
from generators.build.project import read_project
from generators.build.store import Store
from tests.build.edits import fake_host
from tests.samples import AS_OF


def main(root: Path) -> None:
    """Build the site of a project into its own folder."""
    project = read_project(root / "mkdocs.yml")
    with ProcessPoolExecutor(2) as executor:
        built = build(
            project, host=fake_host, as_of=AS_OF, store=Store(project.cache), executor=executor
        )
    sys.exit(built.refusal or 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
