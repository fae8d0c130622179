"""An editor at the form: a new event, a changed policy, and what is in the repository then."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generators.build.checking import check
from tests.admin.backend import Backend, decap_server, served_form
from tests.samples import AS_OF, as_text, content_folder, institution, policy

POLICY = "# 核对过原文\n" + as_text(policy(sample=True)).replace(
    "level: 国家", "level: 国家 # 看封面"
)
EVENT = {
    "编号": "job-fair",
    "标题": "秋季招聘会",
    "一句话说明": "三十家企业到场招人。",
    "开始时间": "2026-12-03T14:00",
    "结束时间": "2026-12-03T17:00",
    "地点": "路演厅",
    "主办单位": "服务中心",
    "活动内容": "带上简历，当面谈。\n\n- 免费",
    "责任科室": "综合科",
    "发布时间": "2026-11-20T09:00",
    "更新日期": "2026-11-20",
    "核对日期": "2026-11-20",
}


def _git(repository: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=E", "-c", "user.email=e@shili.example", *arguments]
    done = subprocess.run(command, cwd=repository, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with a policy and an institution."""
    root = tmp_path_factory.mktemp("repository")
    records = {
        "policies/subsidy.yml": POLICY,
        "institutions/hall.yml": institution(sample=True),
    }
    content_folder(root, records)
    _git(root, "init", "--quiet", "--initial-branch=main")
    for name, value in (("name", "E"), ("email", "e@shili.example")):
        _git(root, "config", f"user.{name}", value)
    _git(root, "add", ".")
    _git(root, "commit", "--quiet", "-m", "开始")
    return root


@pytest.fixture(scope="module")
def backend(repository: Path) -> Iterator[Backend]:
    """Return the backend that saves into the repository."""
    with decap_server(repository) as running:
        yield running


@pytest.fixture(scope="module")
def form(
    repository: Path,
    backend: Backend,
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """Return the form, logged in, that fails on errors and on requests to others."""
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    with served_form(repository, tmp_path_factory.mktemp("web"), backend) as address:
        known = (address.removesuffix("admin/"), backend["proxy_url"], "data:", "blob:")
        page.on("pageerror", lambda error: complaints.extend(_complaint(str(error))))
        page.on("console", lambda m: complaints.append(m.text) if "Refused" in m.text else None)
        page.on("request", lambda r: None if r.url.startswith(known) else complaints.append(r.url))
        page.on("dialog", lambda dialog: dialog.accept())  # leave what is not saved
        page.goto(address)
        page.get_by_role("button", name="登录").click()
        page.get_by_text("快速新建").wait_for()
        yield page
        page.close()
    assert complaints == []


def _complaint(error: str) -> list[str]:
    # Decap CMS rejects with nothing when a form is not filled in as it should be.
    return [] if error == "undefined" else [error]


def _open(page: Page, kind: str, place: str) -> None:
    start = page.url.partition("#")[0]
    page.goto(f"{start}#/collections/{kind}")
    page.get_by_text("快速新建").wait_for()
    page.goto(f"{start}#/collections/{kind}/{place}")


def _choose(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).first.click()
    page.get_by_role("option", name=value, exact=True).click()


def _save(page: Page) -> None:
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_text("状态: 草稿").wait_for()


def _errors(repository: Path, branch: str, folder: Path) -> list[str]:
    # Not checked out: the server may be at work in the repository still.
    _git(repository, "archive", f"--output={folder}/branch.zip", branch)
    shutil.unpack_archive(folder / "branch.zip", folder / "branch")
    checked = check(folder / "branch/content", as_of=AS_OF)
    return [finding.message for finding in checked.findings if finding.is_error]


def test_new_event_is_a_draft_of_its_own_that_passes(
    form: Page, repository: Path, tmp_path: Path
) -> None:
    """What is filled in becomes a file named by its id, on a branch to be reviewed."""
    _open(form, "events", "new")
    for label, value in EVENT.items():
        form.get_by_label(label, exact=True).first.fill(value)
    for label, value in (
        ("活动类型", "招聘对接"),
        ("服务领域", "专项活动"),
        ("适用地区", "示例市"),
    ):
        _choose(form, label, value)
    form.get_by_role("button", name="新增联系方式").click()
    _choose(form, "方式", "电话")
    form.get_by_label("地址、号码或网址", exact=True).fill("12333")
    _save(form)
    branch = "cms/events/job-fair"
    changed = _git(repository, "diff", "--name-status", "main", branch)
    assert changed == "A\tcontent/events/job-fair.yml\n"
    assert _errors(repository, branch, tmp_path) == []
    text = _git(repository, "show", f"{branch}:content/events/job-fair.yml")
    assert text.startswith("title: 秋季招聘会\nsummary: 三十家企业到场招人。\nkind: 招聘对接\n")


def test_changed_policy_changes_one_line(form: Page, repository: Path, tmp_path: Path) -> None:
    """Comments, order and the way of writing stay; the policy passes."""
    _open(form, "policies", "entries/subsidy")
    summary = form.get_by_label("一句话说明", exact=True)
    expect(summary).to_have_value("一句大白话的说明。")
    summary.fill("一次给5000元。")
    _save(form)
    branch = "cms/policies/subsidy"
    changed = _git(repository, "diff", "--unified=0", "main", branch).splitlines()[5:]
    assert changed == ["-summary: 一句大白话的说明。", "+summary: 一次给5000元。"]
    assert _errors(repository, branch, tmp_path) == []


def test_event_without_an_id_is_not_saved(form: Page, repository: Path) -> None:
    """A new record is asked for its id, in words that show how one looks."""
    _open(form, "events", "new")
    form.get_by_label("编号", exact=True).fill("招聘会 2026")
    form.get_by_role("button", name="保存", exact=True).click()
    expect(form.get_by_text("写编号：只用小写字母、数字和连字符")).to_be_visible()
    assert "cms/events/-" not in _git(repository, "branch", "--list")
