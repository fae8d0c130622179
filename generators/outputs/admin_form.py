"""The form in the browser, `/admin/`: Decap CMS from the site's own files, set up by the models."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.form_fields import Widget, form_fields
from generators.outputs.known_values import Known, known_values
from generators.records import KINDS, Kind

# What talks to a copy of the repository on the editor's own machine: npx decap-server.
LOCAL_BACKEND: Mapping[str, str] = {
    "name": "proxy",
    "proxy_url": "http://127.0.0.1:8081/api/v1",
    "branch": "main",
}
_HOSTS = {"github": "https://api.github.com", "gitlab": "https://gitlab.com"}
_ADDRESSES = ("proxy_url", "api_root", "base_url", "gateway_url", "identity_url")
_MESSAGES = {
    "create": "新增{{collection}}：{{slug}}",
    "update": "修改{{collection}}：{{slug}}",
    "delete": "删除{{collection}}：{{slug}}",
    "uploadMedia": "上传附件：{{path}}",
    "deleteMedia": "删除附件：{{path}}",
}
_PAGE = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>编辑 - {name}</title>
<script src="../assets/admin/by-hand.js"></script>
<script src="decap/decap-cms.js"></script>
<script type="module" src="../assets/admin/form.mjs"></script>
</head>
<body></body>
</html>
"""


def admin_form(
    catalogue: Catalogue, *, backend: Mapping[str, Any], content: str, bundle: Path, root: str
) -> Iterator[Artifact]:
    """Yield the files below `/admin/`.

    *content* is the content's folder in the repository, *bundle* where npm has put Decap CMS
    and yaml, *root* the site's path on its server.
    """
    config = form_config(catalogue, backend=backend, content=content)
    text = json.dumps(config, ensure_ascii=False, indent=1)
    yield Artifact.of_text("index.html", _PAGE.format(name=catalogue.site.name))
    yield Artifact.of_text("config.json", f"{text}\n")
    yield from _files(bundle / "decap-cms" / "dist", "*decap-cms.js", below="decap")
    yield from _files(bundle / "yaml" / "browser", "**/*.js", below="yaml")
    yield from admin_headers(backend, root=root)


def _files(folder: Path, pattern: str, *, below: str) -> Iterator[Artifact]:
    for file in sorted(folder.glob(pattern)):
        yield Artifact(f"{below}/{file.relative_to(folder).as_posix()}", file.read_bytes())


def form_config(
    catalogue: Catalogue, *, backend: Mapping[str, Any], content: str
) -> dict[str, Any]:
    """Return what Decap CMS is set up with: one collection a kind, drafts to be reviewed."""
    ids = {name: [entry.id for entry in catalogue.of(name)] for name in KINDS}
    known = known_values(catalogue, ids)
    return {
        "backend": {"commit_messages": _MESSAGES, **backend},
        "load_config_file": False,
        "publish_mode": "editorial_workflow",
        "locale": "zh_Hans",
        "media_folder": f"{content}/attachments",
        "public_folder": "attachments",
        "show_preview_links": False,
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [_collection(kind, known, content) for kind in KINDS.values()],
    }


def _collection(kind: Kind, known: Known, content: str) -> dict[str, Any]:
    return {
        "name": kind.name,
        "label": kind.label,
        "label_singular": kind.label,
        "description": kind.describes,
        "folder": f"{content}/{kind.name}",
        "create": True,
        "extension": "yml",
        "format": "record",
        "slug": "{{fields.id}}",
        "summary": "{{title}}（{{filename}}）",
        "sortable_fields": ["title", "updated_on"],
        "editor": {"preview": False},
        "fields": [_id(kind), *form_fields(kind.model, known)],
    }


def _id(kind: Kind) -> Widget:
    """Return the field that names a new file, and is no part of the record."""
    hint = f"就是网址 {kind.name}/编号/，只用小写字母、数字和连字符；发布以后不能改"
    return {"name": "id", "label": "编号", "widget": "record-id", "hint": hint}


def admin_policy(backend: Mapping[str, Any]) -> str:
    """Return the Content-Security-Policy of `/admin/`.

    Decap CMS writes styles while it runs and compiles its checks; it talks to the backend only.
    """
    named = [str(backend[key]) for key in _ADDRESSES if key in backend]
    hosts = named or [_HOSTS[name] for name in [str(backend.get("name"))] if name in _HOSTS]
    parts = (urlsplit(host) for host in hosts)
    origins = " ".join(sorted({f"{part.scheme}://{part.netloc}" for part in parts}))
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' blob: {origins}".rstrip(),
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def admin_headers(backend: Mapping[str, Any], *, root: str) -> Iterator[Artifact]:
    """Yield what servers must send with the form, to be included beside the site's own."""
    policy, place = admin_policy(backend), f"{root}/admin/"
    hosts = f"{place}*\n  ! Content-Security-Policy\n  Content-Security-Policy: {policy}\n"
    nginx = f"""location {place} {{
    add_header Cache-Control "no-cache" always;
    add_header Content-Security-Policy "{policy}" always;
    add_header Referrer-Policy "no-referrer" always;
    add_header X-Content-Type-Options "nosniff" always;
}}
"""
    caddy = f"""@admin path {place}*
header @admin {{
    defer
    Content-Security-Policy "{policy}"
}}
"""
    yield Artifact.of_text("server/_headers", hosts)
    yield Artifact.of_text("server/nginx.conf", nginx)
    yield Artifact.of_text("server/Caddyfile", caddy)
