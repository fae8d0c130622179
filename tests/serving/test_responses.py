"""What a visitor of the preview gets."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from generators.artifacts import Artifact
from generators.build.writer import write_site
from generators.outputs.server_headers import server_headers
from generators.serving.board import Fresh, no_page
from generators.serving.responses import Response, Shown, respond

_FILES = {
    "index.html": "<body>首页</body>",
    "faqs/a/index.html": "<body>问</body></body>",
    "404.html": "<body>没有</body>",
    "assets/a.mjs": "export {}",
    "search/0a1b/00.json": "{}",
    "faqs/index.ics": "x",
    "中文.txt": "x",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site with the headers of a build."""
    site = tmp_path_factory.mktemp("served") / "site"
    headers = server_headers(["sha256-x"], site_url="https://a.example/cyfw/")
    write_site([*(Artifact.of_text(*file) for file in _FILES.items()), *headers], site)
    (site.parent / "secret.txt").write_text("x", "utf-8")
    return site


def _get(site: Path, address: str, *, version: str = "7", fresh: Fresh = no_page) -> Response:
    return respond(address, Shown(site, version, fresh), base="/cyfw/")


def test_page_comes_with_the_script_and_the_published_headers(site: Path) -> None:
    """The built file is not changed, what is sent has a script that the policy allows."""
    page = _get(site, "/cyfw/faqs/a/?q=1")
    digest = sha256(b"<body>\xe9\x97\xae</body></body>").hexdigest()[:16]
    source = f"/__catalogue/live.mjs?version=7&amp;page={digest}"
    script = f'<script type="module" src="{source}"></script>'
    assert page.headers["ETag"] == f'"{digest}"'
    assert page.body.decode() == f"<body>问</body>{script}</body>"
    policy = page.headers["Content-Security-Policy"]
    assert "script-src 'self' 'sha256-x';" in policy
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["faqs/a/", "faqs/new/", ""])
def test_newer_page_is_sent_instead_of_the_file(site: Path, path: str) -> None:
    """A page that is not in the site yet has an address already."""
    pages = {f"{path}index.html": b"<body>new</body>"}
    page = _get(site, f"/cyfw/{path}", fresh=pages.get)
    assert (page.status, page.body.startswith(b"<body>new")) == (200, True)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("assets/a.mjs", "text/javascript; charset=utf-8"),
        ("faqs/index.ics", "text/calendar; charset=utf-8"),
        ("%E4%B8%AD%E6%96%87.txt", "text/plain; charset=utf-8"),
        ("_headers", "application/octet-stream"),
    ],
)
def test_files_have_their_type(site: Path, path: str, kind: str) -> None:
    """Browsers run and read what they are told the type of."""
    file = _get(site, f"/cyfw/{path}")
    assert (file.status, file.headers["Content-Type"]) == (200, kind)


def test_later_rules_of_headers_replace_earlier_ones(site: Path) -> None:
    """What never changes may be kept for ever, all else is asked for again."""
    shard = _get(site, "/cyfw/search/0a1b/00.json")
    assert shard.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert _get(site, "/cyfw/assets/a.mjs").headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("address", "target"),
    [("/", "/cyfw/"), ("/cyfw", "/cyfw/"), ("/cyfw/faqs/a", "/cyfw/faqs/a/")],
)
def test_visitors_are_led_to_the_site(site: Path, address: str, target: str) -> None:
    """The root, and a folder without its slash, lead on."""
    assert _get(site, address) == Response(302, {"Location": target})


@pytest.mark.parametrize(
    "address",
    [
        "/cyfw/none/",
        "/elsewhere/",
        "/cyfw/../secret.txt",
        "/cyfw/%2e%2e/secret.txt",
        "/cyfw/a%00b",
        "/__cataloguex",
    ],
)
def test_lost_visitors_get_the_sites_own_page(site: Path, address: str) -> None:
    """What does not exist, or is not of the site, is answered with its 404 page."""
    lost = _get(site, address)
    assert (lost.status, "没有" in lost.body.decode()) == (404, True)


def test_before_the_first_site_there_is_a_word(tmp_path: Path) -> None:
    """Who comes too early reads that it will come, in a page that opens it by itself."""
    page = _get(tmp_path / "none", "/cyfw/faqs/", version="")
    assert page.status == 503
    assert "正在生成网站" in page.body.decode()
    assert b"live.mjs?version=" in page.body
    assert _get(tmp_path / "none", "/x").status == 404


def test_only_the_browsers_files_are_given_away(site: Path) -> None:
    """Below the server's own folder there is the script and its style, nothing else."""
    assert _get(site, "/__catalogue/live.mjs?version=7").status == 200
    assert _get(site, "/__catalogue/live.css").headers["Content-Type"].startswith("text/css")
    for name in ("", "../server.py", "%2e%2e/server.py", "none.mjs", "events"):
        assert _get(site, f"/__catalogue/{name}").status == 404
