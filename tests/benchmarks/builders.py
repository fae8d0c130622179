"""The builders that are compared: how each is set up with the records, and how it is run."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generators.catalogue import Catalogue
from tests.benchmarks.cost import Cost, cost
from tests.benchmarks.markdown_records import write_markdown
from tests.samples import AS_OF

# A page of Hugo's is as bare as can be: no list, no feed, no navigation.
_HUGO = {
    "baseURL": "https://www.shili.example/cyfw/",
    "languageCode": "zh-CN",
    "title": "示例市公共创业服务",
    "disableKinds": ["404", "home", "robotstxt", "rss", "section", "sitemap", "taxonomy", "term"],
}
_HUGO_PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"></head>
<body><main><h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02" }}</p>{{ .Content }}</main></body>
</html>
"""
# Lean: with records in the navigation or its search the theme takes ten times as long.
_MATERIAL = """site_name: 示例市公共创业服务
site_url: https://www.shili.example/cyfw/
theme: {name: material, language: zh, font: false}
plugins: []
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


@dataclass(frozen=True, slots=True)
class Builder:
    """A command that builds a folder of its own; *leftovers* are what it keeps beside it."""

    command: Sequence[str]
    out: Path
    leftovers: tuple[Path, ...] = ()

    def cold(self) -> Cost:
        """Build with nothing kept from before."""
        for folder in self.leftovers:
            shutil.rmtree(folder, ignore_errors=True)
        return cost(self.command, self.out)

    def again(self) -> Cost:
        """Build with all that the last build left."""
        return cost(self.command, self.out, fresh=False)


def ours(project: Path) -> Builder:
    """Return our own builder, as an editor runs it."""
    site, config = project / "site", str(project / "mkdocs.yml")
    command = [sys.executable, "-m", "generators.cli", "build", "--config", config]
    leftovers = (project / ".cache", project / ".site.spare")
    return Builder([*command, "--as-of", AS_OF.isoformat()], site, leftovers)


def hugo(folder: Path, catalogue: Catalogue) -> Builder:
    """Set up Hugo with the records as Markdown and a template that prints them."""
    write_markdown(catalogue, folder / "content")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(_HUGO_PAGE, "utf-8")
    (folder / "hugo.json").write_text(json.dumps(_HUGO, ensure_ascii=False), "utf-8")
    command = [sys.executable, "-m", "hugo", "--quiet", "--source", str(folder)]
    return Builder(command, folder / "public", (folder / "resources",))


def pagefind(site: Path) -> Builder:
    """Return Pagefind on a folder of built pages."""
    out = site.parent / "pagefind"
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(out)]
    return Builder([*command, "--silent"], out)


def material(folder: Path, catalogue: Catalogue) -> Builder:
    """Set up Material for MkDocs with the records as Markdown, outside the navigation."""
    write_markdown(catalogue, folder / "docs")
    (folder / "docs" / "index.md").write_text("# 首页\n", "utf-8")
    (folder / "mkdocs.yml").write_text(_MATERIAL, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return Builder([*command, "--config-file", str(folder / "mkdocs.yml")], folder / "site")
