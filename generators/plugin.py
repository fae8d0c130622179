"""The MkDocs plugin: hooks in, frames out; the only module that knows MkDocs."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import config_options as options
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from generators.build.checking import check_project
from generators.build.flow import REFUSED, Means, publish
from generators.build.gate import PersonalDataError
from generators.build.hosting import Hosted, HostError, files_below, warnings_of
from generators.build.project import Project, read_project
from generators.build.store import Store
from generators.build.workshop import Workshop
from generators.build.writer import NotWrittenError
from generators.catalogue import Catalogue
from generators.diagnostics import render_text
from generators.outputs import HostPage
from generators.outputs.host_words import host_words
from generators.outputs.placeholders import navigation, placeholders
from generators.outputs.templates import Templates

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

log = get_plugin_logger(__name__)


class CatalogueConfig(Config):  # type: ignore[no-untyped-call]
    """The options under `catalogue:` in mkdocs.yml."""

    content = options.Type(str, default="content")
    timezone = options.Type(str, default="Asia/Shanghai")
    as_of = options.Optional(options.Type(date))


class CataloguePlugin(BasePlugin[CatalogueConfig]):  # type: ignore[no-untyped-call]
    """Adds a placeholder page per section, and stamps the records into them afterwards.

    *given* is the catalogue where another door has checked it and will publish the site itself;
    *shown* is the last one `mkdocs serve` has published.
    """

    given: Catalogue | None = None
    shown: Catalogue | None = None
    host_files: tempfile.TemporaryDirectory[str] | None = None
    serves = False

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Learn what for; a plugin that asks is kept from one build to the next."""
        self.serves = command == "serve"

    def on_shutdown(self) -> None:
        """Leave nothing beside the folder that `mkdocs serve` shows and removes."""
        if self.serves and self.shown:
            Workshop.beside(self.project.site).remove()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the content before anything is written; let the host build elsewhere."""
        content = Path(config.config_file_path).parent / self.config.content
        self.project = read_project(
            Path(config.config_file_path), content=content, site=Path(config.site_dir)
        )
        self.catalogue = self.given or self._checked(strict=config.strict)
        self.host_files = tempfile.TemporaryDirectory(prefix="catalogue-host-")
        config.site_dir = self.host_files.name
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the placeholders and, where mkdocs.yml has no nav, compose one."""
        written = sorted(file.src_uri for file in files.documentation_pages())
        wanted = list(placeholders(self.catalogue))
        if config.nav is None:
            config.nav = navigation(wanted, written)
        for placeholder in wanted:
            if placeholder.source in written:
                raise Abort(f"pages/{placeholder.source} 和自动生成的页面重名，请改文件名。")
            inclusion = InclusionLevel.INCLUDED if placeholder.label else InclusionLevel.NOT_IN_NAV
            files.append(
                File.generated(
                    config, placeholder.source, content=placeholder.markdown, inclusion=inclusion
                )
            )
        self.placeholders = {placeholder.source: placeholder for placeholder in wanted}
        self.frames: dict[str, str] = {}
        self.pages: list[HostPage] = []
        return files

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Let the theme's templates name the publisher and ask for what our pages have too."""
        env.globals |= host_words(
            self.catalogue.site, Templates(self.project.overrides), self.project.site_url
        )
        return env

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> None:
        """Keep the text of hand-written pages for search."""
        if page.file.src_uri not in self.placeholders:
            self.pages.append(HostPage.of_html(page.url, str(page.title), html))

    def on_post_template(self, output: str, *, template_name: str, **_: Any) -> str:
        """Drop the host's sitemap: it knows no records and carries the clock."""
        return "" if template_name == "sitemap.xml" else output

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Keep a placeholder as a frame instead of writing it."""
        if placeholder := self.placeholders.get(page.file.src_uri):
            self.frames[placeholder.name] = output
            return ""
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Stamp the records and put the finished site in place."""
        assert self.host_files
        with self.host_files as folder:
            files = tuple(files_below(Path(folder)))
        self.hosted = Hosted(self.frames, tuple(self.pages), files)
        if self.given:
            return
        try:
            means = Means(Store(self.project.cache))
            written = publish(self.project, self.catalogue, self.hosted, means)
        except (NotWrittenError, PersonalDataError) as error:
            self._refuse(str(error))
            return
        finally:
            config.site_dir = str(self.project.site)
        self.shown = self.catalogue
        log.info("共 %d 个文件，在 %s", written.files, self.project.site)

    def on_build_error(self, **_: Any) -> None:
        """Leave nothing of a build that came to nothing."""
        if self.host_files:
            self.host_files.cleanup()

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Rebuild when a record or a template changes."""
        server.watch(str(self.project.content))
        server.watch(str(self.project.overrides))
        return server

    def _checked(self, *, strict: bool) -> Catalogue:
        """Return the catalogue, or the last one that had no errors."""
        checked = check_project(self.project)
        if checked.findings:
            log.warning("\n%s", render_text(checked.findings, checked.line_of).rstrip())
        if checked.catalogue and not checked.has_errors and not (strict and checked.findings):
            return checked.catalogue
        return self._refuse(REFUSED)

    def _refuse(self, reason: str) -> Catalogue:
        """Stop, but for a server, whose visitors would wait until the fault is mended."""
        if not (self.serves and self.shown):
            raise Abort(reason) from None
        log.error("%s 现在还是上一次正确的网站。", reason)
        return self.shown


def hosted(project: Project, catalogue: Catalogue) -> Hosted:
    """Run MkDocs for its frames and pages; raise `HostError` where it will not."""
    with warnings_of("mkdocs") as warnings:
        try:
            config = load_config(str(project.config), docs_dir=str(project.pages))
            plugin = config.plugins["catalogue"]
            assert isinstance(plugin, CataloguePlugin)
            plugin.given = catalogue
            plugin.config.content = str(project.content)
            mkdocs_build.build(config)
        except MkDocsException as error:
            raise HostError(str(error)) from None
    return replace(plugin.hosted, warnings=tuple(warnings))
