"""Where things are, from `mkdocs.yml`, read without MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project, and the address and the day it is published at."""

    config: Path
    content: Path
    pages: Path
    overrides: Path
    site: Path
    cache: Path
    site_url: str
    timezone: str
    as_of: date | None = None

    @property
    def root(self) -> Path:
        """Return the project's folder."""
        return self.config.parent

    def today(self) -> date:
        """Return the day the settings fix, or else the current one where the site is published."""
        return self.as_of or datetime.now(ZoneInfo(self.timezone)).date()


class _Loader(yaml.SafeLoader):
    """Reads `mkdocs.yml` whatever tags (`!ENV`, `!!python/name`) it carries."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_project(config: Path, *, content: Path | None = None, site: Path | None = None) -> Project:
    """Read the settings; what is given as an argument wins. Raise OSError without a file."""
    settings = yaml.load(config.read_text("utf-8"), _Loader) or {}
    options = _plugin_options(settings)
    config = config.resolve()
    root = config.parent
    theme = settings.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    folder = (content or root / (options.get("content") or "content")).resolve()
    return Project(
        config=config,
        content=folder,
        pages=folder / "pages" if content else root / (settings.get("docs_dir") or "docs"),
        overrides=root / (theme.get("custom_dir") or "overrides"),
        site=(site or root / (settings.get("site_dir") or "site")).resolve(),
        cache=root / ".cache",
        site_url=settings.get("site_url") or "/",
        timezone=options.get("timezone") or "Asia/Shanghai",
        as_of=options.get("as_of"),
    )


# Extensions that read other files than the page they are used on.
_READING = ("snippets", "b64", "include", "exec", "gen", "macros", "bib")
_PLUGINS = {"catalogue", "search"}


def reads_only_the_project(settings: str) -> bool:
    """Tell whether MkDocs, so set up, reads only its settings, pages and templates.

    Hooks, other plugins, inherited settings and the environment may say anything.
    """
    loaded = yaml.load(settings, _Loader) or {}
    plugins = loaded.get("plugins") or []
    names = {name for one in plugins for name in ([one] if isinstance(one, str) else one)}
    extensions = str(loaded.get("markdown_extensions"))
    return not (
        "!ENV" in settings
        or loaded.keys() & {"INHERIT", "hooks"}
        or names - _PLUGINS
        or any(word in extensions for word in _READING)
    )


def _plugin_options(settings: dict[str, Any]) -> dict[str, Any]:
    plugins = settings.get("plugins") or []
    named = plugins if isinstance(plugins, dict) else _merged(plugins)
    return named.get("catalogue") or {}


def _merged(plugins: list[Any]) -> dict[str, Any]:
    return {
        name: value
        for plugin in plugins
        if isinstance(plugin, dict)
        for name, value in plugin.items()
    }
