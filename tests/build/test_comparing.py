"""Comparing the content with what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.build.comparing import ComparisonError, compare
from generators.changes.reports import Comparison, as_text
from tests.repositories import SampleRepository, new_repository
from tests.samples import AS_OF, faq, policy


@pytest.fixture
def repository(tmp_path: Path) -> SampleRepository:
    """Return a repository with a policy and two questions."""
    files = {
        "policies/a.yml": policy(expires_on="2027-12-31"),
        "faqs/a.yml": faq(),
        "faqs/b.yml": faq(title="另一个问题"),
    }
    return new_repository(tmp_path / "a", files)


def _compared(repository: SampleRepository, revision: str = "HEAD") -> Comparison:
    return compare(repository.project, revision, as_of=AS_OF)


def test_what_is_not_committed_is_compared(repository: SampleRepository) -> None:
    """Edits, new, renamed and removed files are told, and what follows from them."""
    repository.write(
        {
            "policies/a.yml": policy(expires_on="2026-11-15"),
            "policies/b.yml": policy(title="新的政策"),
            "faqs/a.yml": None,
            "faqs/c.yml": faq(title="另一个问题", audiences=["妇女"]),
            "faqs/b.yml": None,
        }
    )
    found = _compared(repository)
    assert [(change.action, change.path) for change in found.changes] == [
        ("新增", "policies/b.yml"),
        ("修改", "policies/a.yml"),
        ("改名", "faqs/c.yml"),
        ("删除", "faqs/a.yml"),
    ]
    assert {c.entry.path: c.says for c in found.consequences} == {
        "policies/a/": "状态：有效 → 已失效",
        "policies/b/": "状态：有效",
    }


def test_site_of_before_judges_what_was(repository: SampleRepository) -> None:
    """Where the site's own settings change a state, the record is named."""
    site = (repository.root / "content/site.yml").read_text("utf-8")
    before = "expiring_within_days: 60"
    assert before in site
    repository.write({"site.yml": site.replace(before, "expiring_within_days: 365")})
    repository.write({"policies/a.yml": policy(expires_on="2027-06-30")})
    repository.git("commit", "--quiet", "--all", "--message", "改")
    repository.write({"site.yml": site})
    (found,) = _compared(repository).elsewhere
    assert found.says == "状态：即将到期 → 有效"


def test_work_on_a_branch_is_compared_with_where_it_began(repository: SampleRepository) -> None:
    """What others did on main meanwhile is none of this work."""
    repository.git("switch", "--quiet", "--create", "work")
    repository.commit({"faqs/a.yml": faq(answer="全由财政付。")})
    repository.git("switch", "--quiet", "main")
    repository.commit({"faqs/b.yml": faq(title="别人改的问题")})
    repository.git("switch", "--quiet", "work")
    assert [change.path for change in _compared(repository, "main").changes] == ["faqs/a.yml"]


def test_shallow_clone_says_that_it_may_be_wrong(
    repository: SampleRepository, tmp_path: Path
) -> None:
    """Where git does not know where the work began, the comparison says so."""
    repository.git("branch", "old")
    repository.commit({"faqs/a.yml": faq(answer="全由财政付。")})
    clone = SampleRepository(tmp_path / "b")
    address = repository.root.as_uri()
    where = ("--depth", "1", "--no-single-branch", address, str(clone.root))
    repository.git("clone", "--quiet", *where)
    found = _compared(clone, "origin/old")
    assert [change.path for change in found.changes] == ["faqs/a.yml"]
    assert "别人的改动可能也算在内" in as_text(found)


def test_broken_record_is_told_with_its_errors(repository: SampleRepository) -> None:
    """A change that breaks a record says so, and never hides an error elsewhere."""
    repository.write({"faqs/a.yml": "title: [", "policies/a.yml": policy(region="火星")})
    found = _compared(repository)
    assert "内容：现在的写法有错误，不能发布" in as_text(found)
    assert {f.span.path for f in found.findings} == {
        "content/faqs/a.yml",
        "content/policies/a.yml",
    }


def test_clean_work_has_no_changes(repository: SampleRepository) -> None:
    """Where nothing changed, that is said in a sentence."""
    found = _compared(repository)
    short = repository.git("rev-parse", "--short=8", "HEAD").strip()
    assert as_text(found) == f"和 HEAD（{short}，2026-11-01）相比，没有变化。\n"


def test_unknown_revision_is_answered_in_words(repository: SampleRepository) -> None:
    """A revision that does not exist, and a folder that is no repository, are told apart."""
    with pytest.raises(ComparisonError, match="没有“nowhere”这个版本"):
        _compared(repository, "nowhere")
    (repository.root / ".git").rename(repository.root / "git")
    with pytest.raises(ComparisonError, match="不是 git 仓库"):
        _compared(repository)
