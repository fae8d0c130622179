"""What became of files."""

from __future__ import annotations

from generators.changes.files import (
    NOW_UNREADABLE,
    ONLY_LAYOUT,
    UNREADABLE,
    Action,
    file_change,
    renamed,
)
from generators.sources import Source
from tests.samples import FAQ, as_text, faq


def _faq(name: str = "a", **changes: object) -> Source:
    return Source(f"faqs/{name}.yml", as_text(faq(**changes)).encode())


def test_changed_record() -> None:
    """A record that changed has its title, its page, and what differs."""
    change = file_change(_faq(), _faq(answer="全由财政付。"))
    assert (change.action, change.label, change.title) == (Action.CHANGED, "常见问题", "示例标题")
    assert change.page == "faqs/a/"
    assert [str(d) for d in change.differences] == ["回答：“财政付一半。” → “全由财政付。”"]


def test_new_and_removed_files() -> None:
    """A file that came or went is told as that, without its fields."""
    assert (file_change(None, _faq()).action, file_change(_faq(), None).action) == (
        Action.ADDED,
        Action.REMOVED,
    )
    assert file_change(_faq(), None).differences == ()


def test_only_looked_at_again() -> None:
    """A record of which only the days of looking changed is quiet."""
    assert file_change(_faq(), _faq(verified_on="2026-11-21")).is_quiet
    assert not file_change(_faq(), _faq(title="另一个标题")).is_quiet


def test_only_the_layout_changed() -> None:
    """Another order of the keys means nothing."""
    reordered = Source("faqs/a.yml", "\n".join(FAQ.splitlines()[::-1]).encode())
    assert file_change(Source("faqs/a.yml", FAQ.encode()), reordered).differences == (ONLY_LAYOUT,)


def test_broken_file_says_so() -> None:
    """Where one side cannot be read, that is all that can be said."""
    broken = Source("faqs/a.yml", b"title: [")
    assert file_change(broken, _faq()).differences == (UNREADABLE,)
    assert file_change(_faq(), broken).differences == (NOW_UNREADABLE,)


def test_personal_numbers_are_masked() -> None:
    """A number that was taken out of a record is not told by the change."""
    number = "138" + "0013" + "8000"
    change = file_change(_faq(answer=f"打{number}问。"), _faq())
    assert number not in str(change.differences[0])


def test_other_files() -> None:
    """Of a page the sentences are told, of a form that it is another one."""
    old, new = (
        Source("pages/a.md", f"# 关于\n\n{text}\n".encode()) for text in ("旧话。", "新话。")
    )
    assert [str(d) for d in file_change(old, new).differences] == ["内容：“旧话。” → “新话。”"]
    old, new = (Source("attachments/a.docx", data) for data in (b"1", b"2"))
    assert [str(d) for d in file_change(old, new).differences] == ["文件：换成了新的"]


def test_renamed_files_are_found() -> None:
    """A file with the same title and most lines the same only has another name."""
    gone = [_faq("old"), _faq("other", title="别的问题")]
    come = [_faq("unlike", title="新的问题"), _faq("new", answer="全由财政付。")]
    assert list(renamed(gone, come)) == [(gone[0], come[1])]
    change = file_change(gone[0], come[1])
    assert (change.action, change.old_path) == (Action.RENAMED, "faqs/old.yml")
