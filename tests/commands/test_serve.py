"""`catalogue serve` as an editor knows it: save a file, look at the browser."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generators.cli import main
from tests.benchmarks.many_records import write_project
from tests.conftest import ROOT, project_options
from tests.serving.preview import Preview, previewed

# A build on a busy machine; nothing waits as long where all is well.
_PATIENCE = 120_000


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Serve a small project."""
    root = tmp_path_factory.mktemp("preview") / "project"
    write_project(root, 30)
    with previewed(root) as preview:
        yield preview


@pytest.fixture
def shown(browser: Browser, preview: Preview) -> Iterator[Page]:
    """Open the page of the record, which comes by itself once there is a site."""
    page = browser.new_page()
    page.goto(preview.page)
    expect(page).not_to_have_title("正在生成网站", timeout=_PATIENCE)
    yield page
    page.close()


def test_edit_breaks_mends_and_appears(preview: Preview, shown: Page) -> None:
    """A broken edit shows its line over the last good page, a mend clears it, an edit appears."""
    good = preview.record.read_text("utf-8")
    title = shown.title()
    findings = shown.locator("catalogue-live li")

    preview.record.write_text(re.sub("(?m)^region:.*", "region: <i>火星</i>", good), "utf-8")
    expect(findings.first).to_be_visible(timeout=_PATIENCE)
    expect(findings.locator("mark").first).to_have_text("<i>")
    expect(shown).to_have_title(title)
    assert "region: <i>火星</i>" in preview.said.read_text("utf-8")

    preview.record.write_text(good, "utf-8")
    expect(findings).to_have_count(0, timeout=_PATIENCE)
    preview.record.write_text(good.replace("title: ", "title: 新"), "utf-8")
    expect(shown).to_have_title(re.compile("^新"), timeout=_PATIENCE)


def test_built_files_know_nothing_of_the_preview(preview: Preview, shown: Page) -> None:
    """The script is in what is sent, not in what was built; the project's site is left alone."""
    assert "/__catalogue/" in shown.content()
    page = preview.root / f".cache/serve/faqs/{preview.record.stem}/index.html"
    assert "__catalogue" not in page.read_text("utf-8")
    assert not (preview.root / "site").exists()


def test_port_in_use_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    """Where another server has the port, the next one is proposed."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        arguments = ["--address", f"127.0.0.1:{port}"]
        assert main(["serve", *project_options(ROOT), *arguments]) == 1
    assert f"换一个端口试试：--address 127.0.0.1:{port + 1}" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:http", "127.0.0.1:70000"])
def test_address_that_is_none_is_wrong_usage(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The right shape is shown."""
    with pytest.raises(SystemExit) as stop:
        main(["serve", "--address", address])
    assert stop.value.code == 2
    assert f"“{address}”不是 127.0.0.1:8000 这样的地址" in capsys.readouterr().err
