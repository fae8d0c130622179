"""Asking other websites, played by a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep

import pytest

from generators.editing.fetching import Manners, Outcome, Verdict, fetch

_MANNERS = Manners("startup-catalogue", delay=0.001, patience=0.5, attempts=2)
_ROBOTS = "User-agent: *\nDisallow: /private\n"


@dataclass
class World:
    """A website that notes what it is asked."""

    address: str = ""
    asked: list[str] = field(default_factory=list)
    agents: set[str | None] = field(default_factory=set)
    busy: int = 1
    robots: int = 200


class _Handler(BaseHTTPRequestHandler):
    world: World

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.world.asked.append(f"{self.command} {self.path}")
        self.world.agents.add(self.headers["User-Agent"])
        status, target = self._answer()
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.send_header("Retry-After", "0")
        self.end_headers()

    def do_GET(self) -> None:
        """Answer, with the rules for programs where they are asked for."""
        self.do_HEAD()
        if self.path == "/robots.txt":
            self.wfile.write(_ROBOTS.encode())

    def _answer(self) -> tuple[int, str]:
        match self.path:
            case "/robots.txt":
                return self.world.robots, ""
            case "/gone":
                return 404, ""
            case "/no-head" if self.command == "HEAD":
                return 405, ""
            case "/moved":
                return 301, "/good"
            case "/for-now":
                return 302, "/good"
            case "/lost":
                return 301, "/"
            case "/round":
                return 302, "/round"
            case "/into-private":
                return 302, "/private/x"
            case "/shy":
                return 403, ""
            case "/broken":
                return 500, ""
            case "/busy" if self.world.busy:
                self.world.busy -= 1
                return 503, ""
            case "/slow":
                sleep(0.8)
        return 200, ""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def served() -> Iterator[World]:
    """Return a website that runs while the tests do."""
    world = World()
    handler = type("Handler", (_Handler,), {"world": world})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    world.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield world
    server.shutdown()
    server.server_close()


@pytest.fixture
def world(served: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """Return the website as it is at first, reached without a proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    served.asked.clear()
    served.busy, served.robots = 1, 200
    return served


def _outcome(world: World, path: str, manners: Manners = _MANNERS) -> Outcome:
    url = world.address + path
    return fetch([url], manners)[url]


@pytest.mark.parametrize(
    ("path", "verdict", "says"),
    [
        ("/good", Verdict.ALIVE, ""),
        ("/no-head", Verdict.ALIVE, ""),
        ("/for-now", Verdict.ALIVE, ""),
        ("/busy", Verdict.ALIVE, ""),
        ("/gone", Verdict.DEAD, "没有这个网页（404）"),
        ("/broken", Verdict.DEAD, "对方出错（500）"),
        ("/slow", Verdict.DEAD, "0.5秒没有回应"),
        ("/round", Verdict.DEAD, "来回跳转，没有尽头"),
        ("/shy", Verdict.CLOSED, "对方不回答程序（403）"),
        ("/private/x", Verdict.FORBIDDEN, ""),
        ("/into-private", Verdict.FORBIDDEN, ""),
    ],
)
def test_outcome_of_an_address(world: World, path: str, verdict: Verdict, says: str) -> None:
    """Whatever a website answers, it is understood."""
    found = _outcome(world, path)
    assert (found.verdict, found.says) == (verdict, says)


def test_moved_address_has_its_target(world: World) -> None:
    """An address that moved for good is told with the new one; one that ends at home is lost."""
    assert _outcome(world, "/moved") == Outcome(Verdict.MOVED, "", f"{world.address}/good")
    lost = _outcome(world, "/lost")
    assert (lost.verdict, lost.says) == (Verdict.DEAD, "跳到了对方的首页，原来的网页多半没有了")


def test_website_that_is_not_there() -> None:
    """A port that nobody listens at is a website that cannot be reached."""
    (found,) = fetch(["http://127.0.0.1:9/"], _MANNERS).values()
    assert found == Outcome(Verdict.DEAD, "连不上这个网站")


def test_address_that_can_be_none() -> None:
    """An address that no website can have is told as that."""
    (found,) = fetch(["http://.a.gov.cn/"], _MANNERS).values()
    assert found == Outcome(Verdict.DEAD, "网址写得不对")


def test_hosts_are_asked_in_turn() -> None:
    """The addresses of one host do not keep those of others waiting."""
    urls = ["http://127.0.0.1:9/a", "http://127.0.0.1:9/b", "http://127.0.0.1:8/"]
    quick = replace(_MANNERS, attempts=1)
    assert list(fetch(urls, quick)) == [urls[0], urls[2], urls[1]]


def test_only_the_head_is_asked_for(world: World) -> None:
    """The rules are read once, a good page only by its head, and we say who we are."""
    fetch([f"{world.address}/a", f"{world.address}/b"], _MANNERS)
    assert sorted(world.asked) == ["GET /robots.txt", "HEAD /a", "HEAD /b"]
    assert world.agents == {"startup-catalogue"}


def test_what_is_forbidden_is_not_asked_for(world: World) -> None:
    """Where a website forbids programs, or cannot say whether it does, we stay away."""
    _outcome(world, "/private/x")
    assert world.asked == ["GET /robots.txt"]
    world.robots = 503
    assert _outcome(world, "/good").verdict is Verdict.FORBIDDEN
    world.robots = 404
    assert _outcome(world, "/good").verdict is Verdict.ALIVE


def test_busy_website_is_given_up_in_the_end(world: World) -> None:
    """A website that stays busy is asked a few times and no more."""
    world.busy = 99
    assert _outcome(world, "/busy").says == "对方出错（503）"
    assert len(world.asked) == 1 + 2 * _MANNERS.attempts


def test_host_is_asked_slowly(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two requests to a host there is the time we promised."""
    slept: list[float] = []
    monkeypatch.setattr("generators.editing.fetching.sleep", slept.append)
    manners = replace(_MANNERS, delay=9.0, at_once=1)
    fetch([f"{world.address}/a", f"{world.address}/b"], manners)
    assert slept[0] == 0
    assert 8 < slept[1] <= 9
