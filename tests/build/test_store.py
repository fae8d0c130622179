"""What is kept between builds: found again, never trusted, never in the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generators.build import store
from generators.build.store import Shelf, Store, Tally

KEY, OTHER = b"k" * 16, b"o" * 16


def _shelf(folder: Path) -> Shelf[Any]:
    return Store(folder).shelf("stage")


def _kept(folder: Path) -> Shelf[Any]:
    shelf = _shelf(folder)
    shelf.put("a", KEY, ("value", 1))
    shelf.put("b", KEY, None)
    shelf.save()
    return shelf


def test_another_process_finds_what_was_saved(tmp_path: Path) -> None:
    """A value comes back with the key it is good for."""
    _kept(tmp_path)
    assert _shelf(tmp_path).get("a") == (KEY, ("value", 1))
    assert _shelf(tmp_path).get("c") is None


def test_later_value_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    """Of a name one value is kept, for the key that was asked for last."""
    shelf = _kept(tmp_path)
    shelf.put("a", OTHER, "new")
    shelf.save()
    assert _shelf(tmp_path).get("a") == (OTHER, "new")


def test_what_is_no_longer_wanted_is_forgotten(tmp_path: Path) -> None:
    """Saving keeps only the names that are still in use."""
    _kept(tmp_path).save({"b"})
    assert _shelf(tmp_path).get("a") is None
    assert _shelf(tmp_path).get("b") == (KEY, None)


@pytest.mark.parametrize("data", [b"", b"short", b"x" * 100])
def test_spoilt_files_have_nothing(tmp_path: Path, data: bytes) -> None:
    """A file that was cut off or written over is as good as none."""
    _kept(tmp_path)
    for file in (Store(tmp_path).place("stage") or tmp_path).iterdir():
        file.write_bytes(data)
    assert _shelf(tmp_path).get("a") is None


def test_cut_off_file_has_nothing(tmp_path: Path) -> None:
    """Not a single byte may be missing."""
    _kept(tmp_path)
    for file in (Store(tmp_path).place("stage") or tmp_path).iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert _shelf(tmp_path).get("a") is None


def test_two_builds_at_once_leave_whole_files(tmp_path: Path) -> None:
    """The one that saves last is remembered; nothing of the other is mixed in."""
    one, other = _shelf(tmp_path), _shelf(tmp_path)
    one.put("a", KEY, "one")
    other.put("a", OTHER, "other")
    other.save()
    one.save()
    assert _shelf(tmp_path).get("a") == (KEY, "one")
    assert not list(tmp_path.glob("**/tmp*"))


def test_unwritable_cache_is_no_fault(tmp_path: Path) -> None:
    """Where nothing can be written a build takes longer, that is all."""
    (tmp_path / "cache").touch()
    shelf = _kept(tmp_path / "cache")
    assert shelf.get("a") == (KEY, ("value", 1))
    assert Store(tmp_path / "cache").now() == 0


def test_without_a_folder_only_memory_keeps() -> None:
    """A store of nowhere forgets with its process, and trusts no stamp."""
    shared = Store()
    shared.shelf("stage").put("a", KEY, 1)
    shared.shelf("stage").save()
    assert shared.shelf("stage").get("a") == (KEY, 1)
    assert (shared.now(), shared.place("stage")) == (0, None)


def test_tally_counts_what_was_made_since_the_last(tmp_path: Path) -> None:
    """What was put anew is told from what stood, whatever was counted before."""
    store = Store(tmp_path)
    for number in range(3):
        store.shelf("a").put(f"{number}", b"key", number)
    assert store.tally() == Tally(kept=0, made=3)
    store.shelf("b").put("0", b"key", 0)
    assert store.tally() == Tally(kept=3, made=1)


def test_other_versions_are_tidied_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other code kept is removed, but for the versions used last."""
    for version in "abcde":
        monkeypatch.setattr(store, "environment", lambda version=version: version)
        _kept(tmp_path)
        Store(tmp_path).tidy()
    assert sorted(folder.name for folder in tmp_path.iterdir()) == ["build-c", "build-d", "build-e"]


def test_values_left_are_read_again(tmp_path: Path) -> None:
    """What a build no longer needs is let go, still counted, and found on the disk."""
    kept = Store(tmp_path)
    kept.shelf("stage").put("a", KEY, "value")
    kept.shelf("stage").save()
    kept.leave("stage")
    assert kept.tally() == Tally(0, 1)
    assert kept.shelf("stage").get("a") == (KEY, "value")


@pytest.mark.parametrize("stays", [True, False])
def test_values_stay_where_another_build_will_come(tmp_path: Path, *, stays: bool) -> None:
    """A preview reads nothing from the disk that it has found out itself; nor without a disk."""
    for kept in (Store(tmp_path, stays=stays), Store()):
        value = ["a list is itself"]
        kept.shelf("stage").put("a", KEY, value)
        kept.shelf("stage").save()
        kept.leave("stage")
        found = kept.shelf("stage").get("a")
        assert found
        assert (found[1] is value) == (stays or kept.folder is None)


def test_what_waits_is_written_at_the_end(tmp_path: Path) -> None:
    """A preview shows its pages first, and then writes what it has found out, gone names too."""
    _kept(tmp_path)
    preview = Store(tmp_path, stays=True)
    preview.shelf("stage").put("c", KEY, "new")
    preview.shelf("stage").save({"b", "c"})
    assert _shelf(tmp_path).get("c") is None
    preview.write()
    assert [name for name in "abc" if _shelf(tmp_path).get(name)] == ["b", "c"]
