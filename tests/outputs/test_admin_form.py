"""The form's page, set-up and headers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.catalogue import Catalogue
from generators.outputs.admin_form import LOCAL_BACKEND, admin_form, admin_policy, form_config


@pytest.mark.parametrize(
    ("backend", "connects"),
    [
        ({"name": "github", "repo": "city/cyfw"}, "'self' blob: https://api.github.com"),
        (
            {
                "name": "gitlab",
                "api_root": "https://code.example/api/v4",
                "base_url": "https://code.example",
            },
            "'self' blob: https://code.example",
        ),
        (LOCAL_BACKEND, "'self' blob: http://127.0.0.1:8081"),
    ],
)
def test_form_talks_to_its_backend_only(backend: dict[str, str], connects: str) -> None:
    """The policy of `/admin/` lets it ask the code platform, and run only the site's own scripts."""
    policy = admin_policy(backend)
    assert f"; connect-src {connects}; " in policy
    assert "script-src 'self' 'unsafe-eval';" in policy


def test_drafts_are_reviewed(catalogue: Catalogue) -> None:
    """Every save is a draft that somebody else publishes; what the city set up is kept."""
    config = form_config(catalogue, backend={"name": "gitlab", "repo": "city/cyfw"}, content="c")
    assert config["publish_mode"] == "editorial_workflow"
    assert config["backend"]["repo"] == "city/cyfw"
    assert config["backend"]["commit_messages"]["create"] == "新增{{collection}}：{{slug}}"
    assert (config["media_folder"], config["public_folder"]) == ("c/attachments", "attachments")


def test_files_of_the_form_come_from_the_bundle(catalogue: Catalogue, tmp_path: Path) -> None:
    """What is served is what npm has put there, without the twins and maps that are not needed."""
    for path in (
        "decap-cms/dist/decap-cms.js",
        "decap-cms/dist/cms.js",
        "yaml/browser/dist/index.js",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    form = admin_form(
        catalogue, backend=LOCAL_BACKEND, content="content", bundle=tmp_path, root="/cyfw"
    )
    files = {artifact.path: artifact.data.decode() for artifact in form}
    assert files["decap/decap-cms.js"] == "decap-cms/dist/decap-cms.js"
    assert "decap/cms.js" not in files
    assert 'content="noindex"' in files["index.html"]
    assert files["server/nginx.conf"].startswith("location /cyfw/admin/ {\n")
    assert files["server/_headers"].startswith("/cyfw/admin/*\n  ! Content-Security-Policy\n")
