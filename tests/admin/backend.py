"""What the form talks to in tests: its files over HTTP, and a repository behind decap-server."""

from __future__ import annotations

import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from generators.build.checking import check
from generators.build.writer import write_site
from generators.outputs.admin_form import LOCAL_BACKEND, admin_form
from tests.conftest import ROOT, QuietHandler
from tests.npm import npm_packages
from tests.samples import AS_OF

Backend = dict[str, str]


class AdminHandler(QuietHandler):
    """Serves the form with the headers that the build wrote for it."""

    def server_headers(self) -> dict[str, str]:
        """Return the policy of `/admin/`."""
        rule = Path(self.directory, "cyfw/admin/server/_headers").read_text("utf-8")
        name, _, policy = rule.strip().splitlines()[-1].strip().partition(": ")
        return {name: policy}


@contextmanager
def decap_server(repository: Path) -> Iterator[Backend]:
    """Run decap-server for a repository and yield the backend that reaches it."""
    script = npm_packages(Path(__file__).parent) / "node_modules/decap-server/dist/index.js"
    port = _free_port()
    given = {"MODE": "git", "GIT_REPO_DIRECTORY": str(repository), "PORT": str(port)}
    path = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(repository), "LOG_LEVEL": "info"}
    process = subprocess.Popen(
        [shutil.which("node") or "node", str(script)],
        env={**path, **given, "BIND_HOST": "127.0.0.1"},
        cwd=repository,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout
        assert any("listening" in line for line in process.stdout)
        yield {**LOCAL_BACKEND, "proxy_url": f"http://127.0.0.1:{port}/api/v1"}
    finally:
        process.terminate()
        process.communicate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served_form(repository: Path, web: Path, backend: Backend) -> Iterator[str]:
    """Serve the form for a repository's content and yield its address."""
    catalogue = check(repository / "content", as_of=AS_OF).catalogue
    assert catalogue
    bundle = npm_packages(ROOT / "requirements/admin") / "node_modules"
    form = admin_form(catalogue, backend=backend, content="content", bundle=bundle, root="/cyfw")
    write_site(form, web / "cyfw/admin")
    shutil.copytree(ROOT / "overrides/assets/admin", web / "cyfw/assets/admin")
    handler = partial(AdminHandler, directory=str(web))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/cyfw/admin/"
    server.shutdown()
    server.server_close()
