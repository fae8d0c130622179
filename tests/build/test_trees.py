"""What is known of files without reading them, and when it no longer holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generators.build.manifest import Fingerprint
from generators.build.trees import Known, Stamp, Tree, put, read_known, write_known

ONE, TWO = Fingerprint.of(b"one"), Fingerprint.of(b"two")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Return a tree of one file, of which it is already known what it says."""
    (tmp_path / "a").write_bytes(b"one")
    tree = Tree.at(tmp_path, {})
    assert tree.has("a", ONE)
    return tree


def test_known_file_is_not_read_again(tree: Tree) -> None:
    """What is known of a stamp is believed."""
    tree.known[tree.files["a"]] = TWO.sha256
    assert tree.has("a", TWO)


def test_another_time_size_or_file_is_read(tree: Tree) -> None:
    """A file that was written to, or has taken another's place, is looked at again."""
    file = tree.folder / "a"
    time = file.stat().st_mtime_ns
    file.write_bytes(b"two")
    os.utime(file, ns=(time, time + 1))
    assert Tree.at(tree.folder, tree.known).has("a", TWO)
    (tree.folder / "b").write_bytes(b"one")
    os.utime(tree.folder / "b", ns=(time, time))
    (tree.folder / "b").replace(file)
    assert Tree.at(tree.folder, tree.known).has("a", ONE)


def test_knowledge_is_kept_but_of_files_as_young_as_itself(tmp_path: Path) -> None:
    """A file of the same moment may have been written to since, unseen."""
    known: Known = {Stamp(1, 10**9, 3): ONE.sha256, Stamp(2, 2**62, 3): TWO.sha256}
    write_known(known, tmp_path / "known")
    assert read_known(tmp_path / "known") == {Stamp(1, 10**9, 3): ONE.sha256}


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 55])
def test_damaged_knowledge_is_none(tmp_path: Path, damage: bytes) -> None:
    """A file that was cut off says nothing."""
    (tmp_path / "known").write_bytes(damage)
    assert read_known(tmp_path / "known") == {}
    assert read_known(tmp_path / "none") == {}


def test_twin_is_believed_of_the_same_file_only(tmp_path: Path) -> None:
    """What a folder shares with its twin need not be asked for; what it does not share is."""
    twin, folder = tmp_path / "twin", tmp_path / "folder"
    for place in (twin, folder / "below"):
        place.mkdir(parents=True)
    for name in ("shared", "other"):
        (twin / name).write_bytes(name.encode())
    (folder / "shared").hardlink_to(twin / "shared")
    (folder / "other").write_bytes(b"something else")
    (folder / "below" / "own").write_bytes(b"own")
    known = {
        "shared": Stamp.of((twin / "shared").stat())._replace(size=1),
        "below/own": Stamp(1, 1, 1),
    }
    known["other"] = Stamp.of((twin / "other").stat())
    tree = Tree.at(folder, {}, twin=known)
    assert tree.files == Tree.at(folder, {}).files | {"shared": known["shared"]}


def test_nothing_is_removed_or_written_through_a_link(tmp_path: Path) -> None:
    """A link in the place of a folder gives way to a folder; what it led to stays as it is."""
    for name in ("tree", "outside"):
        (tmp_path / name).mkdir()
    (tmp_path / "outside/a").write_bytes(b"theirs")
    (tmp_path / "tree/s").symlink_to(tmp_path / "outside")
    put(tmp_path / "tree", "s/a", b"ours")
    assert (tmp_path / "outside/a").read_bytes() == b"theirs"
    assert (tmp_path / "tree/s/a").read_bytes() == b"ours"
    assert not (tmp_path / "tree/s").is_symlink()


def test_folder_may_move_to_where_another_moves_away(tmp_path: Path) -> None:
    """What is known of the files is what is there, whatever was moved first."""
    for name in ("s/a/1", "s/a/3", "s/b/1", "s/b/2"):
        put(tmp_path, name, name.encode())
    tree = Tree.at(tmp_path, {})
    tree.move({"s/b/1": "s/a/1", "s/c/2": "s/b/2"})
    assert tree.files == Tree.at(tmp_path, {}).files
