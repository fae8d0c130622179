"""`catalogue admin`, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generators.cli import main
from tests.conftest import ROOT
from tests.samples import AS_OF


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a folder with a built site, a bundle and a backend."""
    for path in ("site/index.html", "bundle/decap-cms/dist/decap-cms.js"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    (tmp_path / "admin.yml").write_text("backend: {name: gitlab, repo: city/cyfw}\n")
    return tmp_path


def _admin(made: Path) -> int:
    named = {"site": "site", "bundle": "bundle", "backend": "admin.yml"}
    given = [part for name, path in named.items() for part in (f"--{name}", str(made / path))]
    config = ["--config", str(ROOT / "mkdocs.yml"), "--as-of", AS_OF.isoformat()]
    return main(["admin", *config, *given])


def test_form_is_put_into_the_site(made: Path) -> None:
    """The form is at `/admin/` of the built site and saves where the file says."""
    assert _admin(made) == 0
    config = json.loads((made / "site/admin/config.json").read_text("utf-8"))
    assert config["backend"]["repo"] == "city/cyfw"


def test_form_without_a_backend_is_tried_at_home(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no platform is named it is said how to open the form on this machine."""
    (made / "admin.yml").unlink()
    assert _admin(made) == 0
    assert "npx decap-server@" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("missing", "way_out"),
    [
        ("site/index.html", "先运行 catalogue build 生成网站。"),
        ("bundle/decap-cms/dist/decap-cms.js", "先运行 make admin 装好表单程序。"),
    ],
)
def test_what_is_missing_is_named(
    made: Path, missing: str, way_out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a site, or without the bundle, it is said what to run first."""
    (made / missing).unlink()
    assert _admin(made) == 2
    assert capsys.readouterr().err == f"找不到 {made / missing}。{way_out}\n"
