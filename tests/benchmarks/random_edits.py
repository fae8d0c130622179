"""Edit a project at random, and compare every site with that of a clean build.

Run it with `python -m tests.benchmarks.random_edits SEED COUNT`. It ends with 1 at the first file
that is not the same, and says after which edit.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generators.build.flow import Built, build
from generators.build.project import read_project
from generators.build.store import Store
from tests.build.edits import Editor, contents, fake_host


def differences(folder: Path, seed: int, count: int) -> Iterator[tuple[str, bool, list[str]]]:
    """Yield what was done, whether it could be published, and the files that are not the same.

    Every third build is that of another process, which knows what is on the disk only.
    """
    editor, done = Editor.of_new_project(folder / "project", seed), "made"
    for number in range(count):
        if number % 3 == 0:
            store = Store(folder / "cache")
        kept = _build(editor, folder / "kept", store)
        shutil.rmtree(folder / "clean", ignore_errors=True)
        clean = _build(editor, folder / "clean", Store())
        yield done, not clean.refusal, _unlike(folder, kept, clean)
        if clean.refusal:
            editor.undo()
        done = editor.edit()


def _build(editor: Editor, site: Path, store: Store) -> Built:
    project = read_project(editor.root / "mkdocs.yml", site=site)
    return build(project, host=fake_host, as_of=editor.day, store=store)


def _unlike(folder: Path, kept: Built, clean: Built) -> list[str]:
    if (kept.refusal, kept.checked.findings) != (clean.refusal, clean.checked.findings):
        return ["findings"]
    if clean.refusal:
        return []
    one, other = contents(folder / "kept"), contents(folder / "clean")
    return sorted(path for path in one | other if one.get(path) != other.get(path))


def main() -> None:
    """Edit as often as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        for done, is_published, unlike in differences(Path(place), given.seed, given.count):
            if unlike:
                sys.exit(f"after {done}: {', '.join(unlike[:20])}")
            counts[done.partition(" ")[0] + ("" if is_published else " (refused)")] += 1
    for name, times in sorted(counts.items()):
        print(f"{times:4} {name}")


if __name__ == "__main__":
    main()
