"""The command: what it says, what it leaves on the disk, and its exit status."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.cli import main
from generators.records import KINDS
from tests.conftest import ROOT, copied_project, project_options

GOLDEN = ROOT / "tests" / "golden" / "check"


def _digest(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_clean_content_is_success(capsys: pytest.CaptureFixture[str]) -> None:
    """The project's own content has no findings but that the next year is not announced."""
    assert main(["check", *project_options(ROOT)]) == 0
    assert capsys.readouterr().out == (
        "警告[holidays-missing]：没有 2027 年的放假调休，算不出落在 2027 年的办结日期\n"
        "  --> content/holidays/2027.yml:1:1\n"
        "  怎么改：国务院办公厅公布以后，照着已有的年份写一份；没有公布的不要猜\n"
        "  依据：全国年节及纪念日放假办法\n\n"
        "共 1 个警告，涉及 1 个文件。\n"
    )


def test_project_with_all_years_has_no_findings(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once the next year is announced there is nothing left to say."""
    assert main(["check", *project_options(project)]) == 0
    assert capsys.readouterr().out == "没有发现问题。\n"


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what a check of the project as it stands has kept."""
    root = copied_project(tmp_path_factory.mktemp("before") / "project")
    main(["check", *project_options(root)])
    return root / ".cache"


@pytest.mark.parametrize("case", sorted(path.name for path in GOLDEN.iterdir()))
def test_findings_are_shown_at_their_line(
    case: str,
    project: Path,
    before: Path,
    capsys: pytest.CaptureFixture[str],
    golden: Callable[[Path, str], None],
) -> None:
    """Faulty files give exactly these findings; status 1 where one of them is an error.

    The other records were judged before, as an editor's were.
    """
    shutil.copytree(before, project / ".cache")
    _lay(case, project)
    capsys.readouterr()
    status = main(["check", *project_options(project)])
    found = capsys.readouterr().out
    golden(GOLDEN / case / "findings.txt", found)
    assert status == ("错误[" in found)


def _lay(case: str, project: Path) -> None:
    """Lay a case's files over a project's, and take away those it names as missing."""
    if (content := GOLDEN / case / "content").is_dir():
        shutil.copytree(content, project / "content", dirs_exist_ok=True)
    if (missing := GOLDEN / case / "missing.txt").is_file():
        for path in missing.read_text("utf-8").split():
            (project / path).unlink()


def test_json_findings_are_one_document(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --format json the findings are machine-readable, with lines and columns."""
    shutil.copytree(
        GOLDEN / "policy-broken-in-three-places" / "content",
        project / "content",
        dirs_exist_ok=True,
    )
    assert main(["check", *project_options(project), "--format", "json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [f["code"] for f in findings] == ["missing-field", "unknown-term", "impossible-date"]
    assert all(f["span"]["path"] == "content/policies/startup-loan-2023.yml" for f in findings)


def test_build_refuses_broken_content_and_writes_nothing(project: Path) -> None:
    """While there are errors nothing is written, and the last good site stays as it was."""
    site = project / "site"
    assert main(["build", *project_options(project)]) == 0
    before = _digest(site)
    policy = project / "content/policies/startup-loan-2023.yml"
    policy.write_text(policy.read_text("utf-8").replace("region: 全国", "region: 全中国"), "utf-8")

    assert main(["build", *project_options(project)]) == 1

    assert _digest(site) == before
    assert sorted(path.name for path in project.iterdir()) == [
        ".cache",
        ".site.spare",
        "content",
        "mkdocs.yml",
        "overrides",
        "site",
    ]


def test_same_content_and_day_give_the_same_bytes(project: Path, site: Path) -> None:
    """Two builds in different folders are byte for byte the same."""
    (project / "content/holidays/2027.yml").unlink()
    assert main(["build", *project_options(project)]) == 0
    assert _digest(project / "site") == _digest(site)


def test_section_without_records_disappears(project: Path) -> None:
    """A section whose last record is gone has no page and no place in the navigation."""
    for kind in ("projects", "loans"):
        shutil.rmtree(project / "content" / kind)
    assert main(["build", *project_options(project)]) == 0
    assert not (project / "site/projects").exists()
    assert '"./loans/"' not in (project / "site/index.html").read_text("utf-8")


def test_lists_have_fifty_a_page(project: Path) -> None:
    """The fifty-first record is on a second, numbered page; other lists lead there."""
    faqs = project / "content/faqs"
    texts = [file.read_text("utf-8") for file in sorted(faqs.iterdir())]
    sample = next(text for text in texts if "audiences: [不限]" in text)
    for number in range(60 - len(texts)):
        text = re.sub("^title: .*", f"title: 第{number}个问题", sample)
        (faqs / f"extra-{number}.yml").write_text(text, "utf-8")
    assert main(["build", *project_options(project)]) == 0
    first = (project / "site/faqs/index.html").read_text("utf-8")
    second = (project / "site/faqs/page-2/index.html").read_text("utf-8")
    assert (first.count('<li class="card"'), second.count('<li class="card"')) == (50, 10)
    assert 'href="../faqs/page-2/"' in first
    assert 'href="../../faqs/" ' not in second
    assert 'href="../../faqs/page-2/" aria-current="page"' in second
    everyone = (project / "site/audiences/everyone/index.html").read_text("utf-8")
    questions = everyone.partition('<h2 id="faqs">')[2].partition("<h2")[0]
    assert questions.count('<li class="card"') == 30
    assert re.search(r'href="../../faqs/\?audience=%E4%B8%8D%E9%99%90">全部 \d+ 条', questions)
    on_the_map = (project / "site/sitemap/index.html").read_text("utf-8")
    assert len(set(re.findall(r'href="../faqs/([^"]+)/"', on_the_map))) == 50
    assert '<a href="../faqs/">全部 60 条' in on_the_map


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose index the first search makes and the next ones read."""
    root = tmp_path_factory.mktemp("indexed")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "content").symlink_to(ROOT / "content")
    return root


def _search(project: Path, capsys: pytest.CaptureFixture[str], query: str, *options: str) -> str:
    assert main(["search", query, *project_options(project), *options]) == 0
    return capsys.readouterr().out


def test_search_answers_from_the_terminal(
    capsys: pytest.CaptureFixture[str], indexed: Path
) -> None:
    """`catalogue search` shows a line for each record found, and how many there are."""
    *lines, total = _search(indexed, capsys, "创业担保贷款及贴息", "-n", "3").splitlines()
    assert lines[0] == "政策  创业担保贷款及贴息（有效）  policies/startup-loan-2023/"
    assert len(lines) == 3
    assert re.fullmatch(r"共 \d+ 条。", total)


def test_search_answers_programs_in_json(capsys: pytest.CaptureFixture[str], indexed: Path) -> None:
    """With `--json` the answer is what the browser's API gives, and the status."""
    options = ("--kind", "policies", "-n", "3", "--json")
    said = json.loads(_search(indexed, capsys, "创业担保贷款及贴息", *options))
    assert list(said) == ["total", "results", "correction"]
    assert len(said["results"]) == 3 <= said["total"]
    assert {hit["kind"] for hit in said["results"]} == {"policies"}
    first = said["results"][0]
    assert first.pop("score") > 0
    assert first == {
        "id": "startup-loan-2023",
        "kind": "policies",
        "title": "创业担保贷款及贴息",
        "url": "policies/startup-loan-2023/",
        "status": "有效",
        "near": False,
    }


def test_search_says_what_was_meant(capsys: pytest.CaptureFixture[str], indexed: Path) -> None:
    """A slip is mended in the first line; what was meant follows as near."""
    lines = _search(indexed, capsys, "创业但保贷款").splitlines()
    assert lines[:2] == ["您是不是要找：创业担保贷款", "没有完全一样的，相近的有："]
    assert any("policies/startup-loan-2023/" in line for line in lines[2:])
    said = json.loads(_search(indexed, capsys, "创业但保贷款", "--json"))
    assert (said["total"], said["correction"]) == (0, "创业担保贷款")
    assert all(hit["near"] for hit in said["results"])


def test_search_shows_near_ones_after_those_found(
    capsys: pytest.CaptureFixture[str], indexed: Path
) -> None:
    """Where few have all that was asked for, some that have most of it are shown too."""
    lines = _search(indexed, capsys, "小餐饮成本和定价（示例班）").splitlines()
    assert lines[0] == "培训  小餐饮成本和定价（示例班）（报名中）  courses/noodle-cost/"
    assert lines[1:3] == ["共 1 条。", "相近的："]
    assert len(lines) == 12


def test_search_without_results_says_so(capsys: pytest.CaptureFixture[str], indexed: Path) -> None:
    """Nothing found is said in words, and is no failure."""
    assert _search(indexed, capsys, "qqqzzzq") == "没有找到。换个说法试试，或者少写几个字。\n"


def test_search_finds_similar_titles(capsys: pytest.CaptureFixture[str], indexed: Path) -> None:
    """`--similar` tells an editor what has nearly the title of a new record."""
    lines = _search(indexed, capsys, "创业担保贷款贴息办法", "--similar").splitlines()
    assert lines[0] == "标题相近的记录："
    assert "政策  创业担保贷款及贴息（有效）  policies/startup-loan-2023/" in lines
    assert _search(indexed, capsys, "火星移民", "--similar") == "没有标题相近的记录。\n"
    options = ("--similar", "--kind", "procedures", "--json")
    found = json.loads(_search(indexed, capsys, "创业担保贷款申请", *options))["results"]
    assert {hit["kind"] for hit in found} == {"procedures"}


def test_search_needs_content_without_errors(
    capsys: pytest.CaptureFixture[str], project: Path
) -> None:
    """Where there is no catalogue, the errors are shown instead of an answer."""
    (project / "content/site.yml").write_text("name: [\n", "utf-8")
    assert main(["search", "贷款", *project_options(project)]) == 1
    shown = capsys.readouterr()
    assert (shown.out, "site.yml" in shown.err) == ("", True)


@pytest.mark.parametrize(
    "arguments",
    [["fly"], ["check", "--as-of", "2026-02-30"], ["search"], ["check", "--config", "none.yml"]],
)
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    """Arguments that make no sense end with status 2."""
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = int(stop.code or 0)
    assert status == 2


def test_audit_passes_on_the_day_and_fails_when_the_content_has_aged(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The sample city keeps every 应 today, and no longer two years later."""
    config = ["--config", str(ROOT / "mkdocs.yml")]
    assert main(["audit", *config, "--as-of", "2026-11-22", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)
    assert main(["audit", *config, "--as-of", "2028-11-22"]) == 1
    assert "6.1.3" in capsys.readouterr().out


def test_evaluate_prints_the_published_index(capsys: pytest.CaptureFixture[str]) -> None:
    """The survey's files give the figures of the published report."""
    survey = ROOT / "content/attachments/surveys/satisfaction-2026-h1.csv"
    assert main(["evaluate", str(survey), *project_options(ROOT), "--format", "json"]) == 0
    assert '"index": 82.0' in capsys.readouterr().out
    assert main(["evaluate", "none.csv", *project_options(ROOT)]) == 1


def test_explain_prints_a_rule_or_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """A code is explained, a misspelt one is answered with the nearest, none lists all."""
    config = project_options(ROOT)
    assert main(["explain", "unknown-term", *config]) == 0
    assert "错在哪里" in capsys.readouterr().out
    assert main(["explain", "unknown-trem", *config]) == 2
    assert "unknown-term" in capsys.readouterr().err
    assert main(["explain", *config]) == 0
    assert "date-shape" in capsys.readouterr().out


def test_schemas_are_written_for_every_kind(project: Path) -> None:
    """Editors get a schema a kind."""
    assert main(["schemas", *project_options(project), "--out", str(project / "schemas")]) == 0
    names = {path.name for path in (project / "schemas").iterdir()}
    assert {f"{kind}.schema.json" for kind in KINDS} <= names


def test_fix_mends_and_says_what_it_did(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check --fix` names each file and line it changed, and leaves nothing to fix."""
    event = sorted((project / "content/events").glob("*.yml"))[0]
    event.write_text(event.read_text("utf-8").replace("updated_on: 2026-", "updated_on: 2026/"))
    assert main(["check", *project_options(project), "--fix"]) == 0
    assert f"改了 events/{event.name}" in capsys.readouterr().out
    assert main(["check", *project_options(project), "--fix"]) == 0
    assert "改了" not in capsys.readouterr().out
