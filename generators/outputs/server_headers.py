"""What a web server must send with every file: a strict Content-Security-Policy and the rest.

Written for hosts that read `_headers`, for nginx and for Caddy. The theme's inline scripts are
allowed by their hashes, whatever page they stand on; nothing else inline is.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from generators.artifacts import Artifact

HEADERS_FILE = "_headers"
_INLINE = re.compile(rb"<script(?![^>]*\b(?:src|type=\"?application/))[^>]*>(.+?)</script>", re.S)
_FOREVER = "public, max-age=31536000, immutable"
_SHORTLY = "no-cache"


def inline_scripts(artifact: Artifact) -> frozenset[str]:
    """Return the hashes of the inline scripts of a page; other files have none."""
    is_page = artifact.path.endswith(".html")
    return frozenset(map(_digest, _INLINE.findall(artifact.data) if is_page else ()))


def _digest(script: bytes) -> str:
    """Return a script's hash as a policy names it (CSP level 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script).digest()).decode()


def server_headers(hashes: Iterable[str], *, site_url: str) -> Iterator[Artifact]:
    """Yield the headers as files for three kinds of server."""
    root = urlsplit(site_url).path.rstrip("/")
    everywhere = _everywhere(hashes)
    yield Artifact.of_text(HEADERS_FILE, _for_hosts(everywhere, root))
    yield Artifact.of_text("server/nginx.conf", _for_nginx(everywhere, root))
    yield Artifact.of_text("server/Caddyfile", _for_caddy(everywhere, root))


def content_security_policy(hashes: Iterable[str]) -> str:
    """Return a policy under which only the site's own files and the known scripts run."""
    scripts = " ".join(f"'{value}'" for value in sorted(hashes))
    directives = (
        "default-src 'none'",
        f"script-src 'self' {scripts}".rstrip(),
        "style-src 'self'",
        "img-src 'self' data:",  # the theme's icons are masks written as data
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'self'",
        "frame-ancestors 'self'",
    )
    return "; ".join(directives)


def _everywhere(hashes: Iterable[str]) -> dict[str, str]:
    return {
        "Content-Security-Policy": content_security_policy(hashes),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    }


def _for_hosts(everywhere: dict[str, str], root: str) -> str:
    rules = {
        f"{root}/*": everywhere | {"Cache-Control": _SHORTLY},
        f"{root}/search/*/*": {"! Cache-Control": "", "Cache-Control": _FOREVER},
    }
    blocks = (
        "\n".join(
            [path, *(f"  {f'{name}: {value}' if value else name}" for name, value in r.items())]
        )
        for path, r in rules.items()
    )
    return "\n".join(blocks) + "\n"


def _for_nginx(everywhere: dict[str, str], root: str) -> str:
    headers = "\n".join(f'    add_header {n} "{v}" always;' for n, v in everywhere.items())
    return f"""# Include this in the server block that serves the folder above {root or "/"}.
gzip on;
gzip_types application/json application/javascript text/css text/calendar text/plain image/svg+xml;
include mime.types;
types {{ application/javascript mjs; text/calendar ics; }}
location {root}/ {{
    error_page 404 {root}/404.html;
    add_header Cache-Control "{_SHORTLY}" always;
{headers}
}}
location ~ ^{re.escape(root)}/search/[0-9a-f]+/ {{
    add_header Cache-Control "{_FOREVER}" always;
{headers}
}}
"""


def _for_caddy(everywhere: dict[str, str], root: str) -> str:
    headers = "\n".join(f'    {name} "{value}"' for name, value in everywhere.items())
    return f"""# Import this in the site block that serves the folder above {root or "/"}.
encode zstd gzip
header {{
    defer
    ?Cache-Control "{_SHORTLY}"
{headers}
}}
@forever path_regexp ^{re.escape(root)}/search/[0-9a-f]+/
header @forever Cache-Control "{_FOREVER}"
handle_errors {{
    rewrite * {root}/404.html
    file_server
}}
file_server
"""
