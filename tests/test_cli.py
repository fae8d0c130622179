"""The command: what it says, what it leaves on the disk, and its exit status."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.cli import main
from tests.conftest import ROOT, project_options

GOLDEN = ROOT / "tests" / "golden" / "check"


def _digest(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_clean_content_is_success(capsys: pytest.CaptureFixture[str]) -> None:
    """The project's own content has no findings."""
    assert main(["check", *project_options(ROOT)]) == 0
    assert capsys.readouterr().out == "没有发现问题。\n"


@pytest.mark.parametrize("case", sorted(path.name for path in GOLDEN.iterdir()))
def test_findings_are_shown_at_their_line(
    case: str,
    project: Path,
    capsys: pytest.CaptureFixture[str],
    golden: Callable[[Path, str], None],
) -> None:
    """Faulty files give exactly these findings; status 1 where one of them is an error."""
    shutil.copytree(GOLDEN / case / "content", project / "content", dirs_exist_ok=True)
    status = main(["check", *project_options(project)])
    found = capsys.readouterr().out
    golden(GOLDEN / case / "findings.txt", found)
    assert status == ("错误[" in found)


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
        "content",
        "mkdocs.yml",
        "overrides",
        "site",
    ]


def test_same_content_and_day_give_the_same_bytes(project: Path, site: Path) -> None:
    """Two builds in different folders are byte for byte the same."""
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
    """The fifty-first record is on a second, numbered page."""
    faqs = project / "content/faqs"
    sample = next(faqs.iterdir()).read_text("utf-8")
    for number in range(60 - len(list(faqs.iterdir()))):
        text = re.sub("^title: .*", f"title: 第{number}个问题", sample)
        (faqs / f"extra-{number}.yml").write_text(text, "utf-8")
    assert main(["build", *project_options(project)]) == 0
    first = (project / "site/faqs/index.html").read_text("utf-8")
    second = (project / "site/faqs/page-2/index.html").read_text("utf-8")
    assert (first.count('<li class="card"'), second.count('<li class="card"')) == (50, 10)
    assert 'href="../faqs/page-2/"' in first
    assert 'href="../../faqs/" ' not in second
    assert 'href="../../faqs/page-2/" aria-current="page"' in second


def test_search_answers_from_the_terminal(
    capsys: pytest.CaptureFixture[str], project: Path
) -> None:
    """`catalogue search` finds records by their words and can say so in JSON."""
    options = project_options(project)
    assert main(["search", "担保贷款", *options, "--kind", "policies", "-n", "3", "--json"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert len(hits) == 3
    assert {hit["kind"] for hit in hits} == {"policies"}
    assert hits[0]["path"] == "policies/startup-loan-2023/"


def test_search_without_results_says_so(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    """Nothing found is said in words, and is no failure."""
    assert main(["search", "火星移民", *project_options(project)]) == 0
    assert "没有找到" in capsys.readouterr().out


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
