"""`catalogue admin`: the form in the browser, put into the built site."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from generators.build.project import Project
from generators.build.writer import write_site
from generators.commands.command import Command, read_catalogue
from generators.outputs.admin_form import LOCAL_BACKEND, admin_form

_AT_HOME = """\
没有 admin.yml，表单存到本机的仓库。在两个窗口里各运行一条，再打开 http://127.0.0.1:8000/admin/
  MODE=git BIND_HOST=127.0.0.1 npx decap-server@3.11.3
  python3 -m http.server --bind 127.0.0.1 --directory site"""


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, help="网站在哪个目录，默认取自 mkdocs.yml")
    parser.add_argument("--backend", type=Path, help="表单存到哪里，默认 admin.yml；没有就存到本机")
    parser.add_argument("--bundle", type=Path, help="表单程序在哪里，默认 .venv/admin/node_modules")


def _run(project: Project, options: Namespace) -> int:
    bundle = options.bundle or project.root / ".venv/admin/node_modules"
    for needed, way_out in (
        (project.site / "index.html", "先运行 catalogue build 生成网站。"),
        (bundle / "decap-cms/dist/decap-cms.js", "先运行 make admin 装好表单程序。"),
    ):
        if not needed.is_file():
            print(f"找不到 {needed}。{way_out}", file=sys.stderr)
            return 2
    catalogue, _ = read_catalogue(project, options)
    if catalogue is None:
        return 1
    backend = _backend(options.backend or project.root / "admin.yml")
    form = admin_form(
        catalogue,
        backend=backend,
        content=project.content.relative_to(project.root).as_posix(),
        bundle=bundle,
        root=urlsplit(project.site_url).path.rstrip("/"),
    )
    count = write_site(form, project.site / "admin")
    print(f"共 {count} 个文件，在 {project.site / 'admin'}")
    if backend == LOCAL_BACKEND:
        print(_AT_HOME)
    return 0


def _backend(file: Path) -> dict[str, Any]:
    """Return what the file says under `backend`, or what saves on this machine."""
    if not file.is_file():
        return dict(LOCAL_BACKEND)
    return dict(yaml.safe_load(file.read_text("utf-8"))["backend"])


COMMAND = Command("admin", "在生成好的网站里放上网页表单", _add_options, _run)
