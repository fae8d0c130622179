"""The headers that a web server must send."""

from __future__ import annotations

import base64
import hashlib

from generators.artifacts import Artifact
from generators.outputs.server_headers import (
    HEADERS_FILE,
    content_security_policy,
    inline_scripts,
    server_headers,
)


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _noted(html: str, path: str = "index.html") -> frozenset[str]:
    return inline_scripts(Artifact.of_text(path, html))


def test_inline_scripts_of_pages_are_allowed_by_their_hash() -> None:
    """Every inline script of a page is noted as it stands, byte for byte."""
    html = "<script>var 一=1\n</script><script type=module>x()</script>"
    assert _noted(html) == {_hash("var 一=1\n"), _hash("x()")}


def test_what_is_no_inline_script_needs_no_hash() -> None:
    """Files, data and other texts are not scripts of the page."""
    html = '<script src="a.js">x</script><script id="c" type="application/json">{}</script>'
    assert _noted(html) == set()
    assert _noted("<script>x()</script>", path="a.txt") == set()


def test_policy_allows_nothing_inline_or_foreign() -> None:
    """No source but the site itself, the hashes and the theme's masks is allowed."""
    policy = content_security_policy([_hash("b"), _hash("a")])
    assert "unsafe" not in policy
    assert "http" not in policy
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives["default-src"] == "'none'"
    hashes = " ".join(f"'{value}'" for value in sorted([_hash("a"), _hash("b")]))
    assert directives["script-src"] == f"'self' {hashes}"
    assert {name for name, value in directives.items() if "data:" in value} == {"img-src"}


def test_headers_are_written_for_three_kinds_of_server() -> None:
    """Each file sends the same policy below the site's path, and keeps the index for good."""
    files = {
        f.path: f.data.decode() for f in server_headers([], site_url="https://x.example/cyfw/")
    }
    assert set(files) == {HEADERS_FILE, "server/nginx.conf", "server/Caddyfile"}
    for text in files.values():
        assert content_security_policy([]) in text
        assert "immutable" in text
        assert "/cyfw/" in text
    assert files[HEADERS_FILE].startswith("/cyfw/*\n  Content-Security-Policy: default-src 'none'")


def test_site_at_the_root_has_headers_for_everything() -> None:
    """Without a path the rules begin at the root."""
    headers, *_ = server_headers([], site_url="https://x.example")
    assert headers.data.startswith(b"/*\n")
