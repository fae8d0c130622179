"""Settings from `mkdocs.yml`, read without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.build.project import Project, read_project


def read(root: Path, text: str) -> Project:
    """Return the project that a `mkdocs.yml` describes."""
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return read_project(root / "mkdocs.yml")


def defaults(root: Path) -> Project:
    """Return what holds where nothing is said."""
    return Project(
        config=root / "mkdocs.yml",
        content=root / "content",
        pages=root / "docs",
        overrides=root / "overrides",
        site=root / "site",
        cache=root / ".cache",
        site_url="/",
        timezone="Asia/Shanghai",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 什么都没写\n",
        "site_name: 名\n",
        "plugins:\n",
        "plugins: [catalogue]\n",
        "plugins:\n  - search\n  - catalogue:\n",
        "plugins: {search: {}, catalogue: }\n",
        "theme:\n  name: material\n",
        "theme: material\n",
    ],
)
def test_defaults(text: str, tmp_path: Path) -> None:
    """What `mkdocs.yml` does not say is as the manual says."""
    assert read(tmp_path, text) == defaults(tmp_path)


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins:\n  - search\n  - catalogue: {content: 内容, timezone: Asia/Urumqi}\n",
        "plugins: {catalogue: {content: 内容, timezone: Asia/Urumqi}}\n",
    ],
)
def test_settings_are_read(plugins: str, tmp_path: Path) -> None:
    """Folders, address and time zone are read, whichever way plugins are written."""
    text = "site_url: https://a.example/b/\nsite_dir: out\ntheme: {custom_dir: look}\n"
    project = read(tmp_path, text + plugins)
    assert (project.content, project.timezone) == (tmp_path / "内容", "Asia/Urumqi")
    assert (project.site, project.overrides) == (tmp_path / "out", tmp_path / "look")
    assert project.site_url == "https://a.example/b/"


def test_unknown_tags_are_passed_over(tmp_path: Path) -> None:
    """Tags that only MkDocs understands do not keep the rest from being read."""
    text = (
        "site_url: !ENV [SITE_URL, 'https://a.example/']\n"
        "markdown_extensions:\n"
        "  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        "      options: !relative {a: !x [b]}\n"
        "site_dir: out\n"
    )
    project = read(tmp_path, text)
    assert (project.site, project.site_url) == (tmp_path / "out", "/")


def test_arguments_win(tmp_path: Path) -> None:
    """What is given on the command line outweighs the file."""
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_dir: out\nplugins: [{catalogue: {content: 内容}}]\n", "utf-8")
    project = read_project(config, content=tmp_path / "x", site=tmp_path / "y")
    assert (project.content, project.site) == (tmp_path / "x", tmp_path / "y")


def test_folders_are_those_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders are counted from where `mkdocs.yml` is, wherever the command is run."""
    (tmp_path / "project").mkdir()
    (tmp_path / "project/mkdocs.yml").touch()
    monkeypatch.chdir(tmp_path)
    assert read_project(Path("project/mkdocs.yml")) == defaults(tmp_path / "project")


def test_missing_file_is_an_os_error(tmp_path: Path) -> None:
    """Without a `mkdocs.yml` the caller is told which file is missing."""
    with pytest.raises(FileNotFoundError) as caught:
        read_project(tmp_path / "mkdocs.yml")
    assert caught.value.filename == str(tmp_path / "mkdocs.yml")


def test_today_is_that_of_the_time_zone(tmp_path: Path) -> None:
    """At the ends of the earth it is never the same day as at the other end."""
    east = read(tmp_path, "plugins: [{catalogue: {timezone: Pacific/Kiritimati}}]\n")
    west = read(tmp_path, "plugins: [{catalogue: {timezone: Etc/GMT+12}}]\n")
    assert (east.today() - west.today()).days in (1, 2)
