"""Ask other websites whether an address leads somewhere, as politely as one can."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Lock
from time import monotonic, sleep
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import requests

_ASKS_FOR_GET = 400
_FAILED = 500
_KEEP_OUT = "User-agent: *\nDisallow: /"
_BUSY = (429, 503)
_CLOSED = (401, 403, 407, 429, 451)
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_HOPS = 10
_LONGEST_WAIT = 30.0


class Verdict(StrEnum):
    """What became of asking."""

    ALIVE = "能打开"
    MOVED = "换了网址"
    CLOSED = "要人工看"
    FORBIDDEN = "对方不让程序访问"
    DEAD = "打不开"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be said of an address, and where it leads now."""

    verdict: Verdict
    says: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Manners:
    """How we behave: seconds between requests to a host, patience, attempts, and our name."""

    agent: str
    delay: float = 1.0
    patience: float = 15.0
    attempts: int = 3
    at_once: int = 8


def fetch(urls: Iterable[str], manners: Manners) -> Mapping[str, Outcome]:
    """Return the outcome of every address; hosts are asked at once, each of them slowly."""
    wanted = _interleaved(dict.fromkeys(urls))
    with requests.Session() as session, ThreadPoolExecutor(manners.at_once) as executor:
        session.headers["User-Agent"] = manners.agent
        visitor = _Visitor(session, manners)
        return dict(zip(wanted, executor.map(visitor.outcome, wanted), strict=True))


def _interleaved(urls: Iterable[str]) -> list[str]:
    """Return addresses of many hosts in turn, so that no host keeps the others waiting."""
    times: Counter[str] = Counter()
    rounds: list[tuple[int, str]] = []
    for url in urls:
        host = urlsplit(url).netloc
        rounds.append((times[host], url))
        times[host] += 1
    return [url for _, url in sorted(rounds, key=lambda pair: pair[0])]


@dataclass(frozen=True)
class _Visitor:
    session: requests.Session
    manners: Manners
    lock: Lock = field(default_factory=Lock)
    hosts: dict[str, Lock] = field(default_factory=lambda: defaultdict(Lock))
    free: dict[str, float] = field(default_factory=dict)
    robots: dict[str, RobotFileParser | None] = field(default_factory=dict)

    def outcome(self, url: str) -> Outcome:
        """Ask until there is an answer, or patience ends."""
        try:
            return self._followed(url)
        except requests.exceptions.SSLError:
            return Outcome(Verdict.DEAD, "安全证书有问题")
        except requests.Timeout:
            return Outcome(Verdict.DEAD, f"{self.manners.patience:g}秒没有回应")
        except (requests.exceptions.InvalidURL, UnicodeError):
            return Outcome(Verdict.DEAD, "网址写得不对")
        except requests.ConnectionError:
            return Outcome(Verdict.DEAD, "连不上这个网站")
        except requests.RequestException:
            return Outcome(Verdict.DEAD, "对方的回答看不懂")

    def _followed(self, url: str) -> Outcome:
        """Follow redirects one by one, as each host has its own rules."""
        here, is_permanent = url, True
        for _ in range(_MOST_HOPS):
            if not self._is_allowed(here):
                return Outcome(Verdict.FORBIDDEN)
            status, target = self._asked(here)
            if status not in _REDIRECTS or not target:
                return _judged(url, here, status, is_permanent=is_permanent)
            is_permanent &= status in _PERMANENT
            here = urljoin(here, target)
        return Outcome(Verdict.DEAD, "来回跳转，没有尽头")

    def _asked(self, url: str) -> tuple[int, str]:
        """Ask for the head; where that is refused, for the whole and leave it unread."""
        status, target = self._patiently("HEAD", url)
        return self._patiently("GET", url) if status >= _ASKS_FOR_GET else (status, target)

    def _patiently(self, method: str, url: str) -> tuple[int, str]:
        """Ask again, later each time, where a host is busy or out of reach."""
        wait = self.manners.delay
        for left in reversed(range(self.manners.attempts)):
            try:
                status, target, asked = self._once(method, url)
            except (requests.ConnectionError, requests.Timeout) as error:
                if not left or isinstance(error, requests.exceptions.SSLError):
                    raise
                asked = 0.0
            else:
                if status not in _BUSY or not left:
                    return status, target
            sleep(min(max(wait, asked), _LONGEST_WAIT))
            wait *= 2
        raise AssertionError("the last attempt returns or raises")

    def _once(self, method: str, url: str) -> tuple[int, str, float]:
        self._take_turn(url)
        answer = self.session.request(
            method, url, timeout=self.manners.patience, allow_redirects=False, stream=True
        )
        with answer:
            later = answer.headers.get("Retry-After", "")
            asked = float(later) if later.isdecimal() else 0.0
            return answer.status_code, answer.headers.get("Location", ""), asked

    def _take_turn(self, url: str) -> None:
        """Wait until the host may be asked again."""
        host = urlsplit(url).netloc
        with self.lock:
            now = monotonic()
            turn = max(now, self.free.get(host, 0.0))
            self.free[host] = turn + self._delay(url)
        sleep(turn - now)

    def _delay(self, url: str) -> float:
        rules = self.robots.get(_root(url))
        asked = rules.crawl_delay(self.manners.agent) if rules else None
        return max(self.manners.delay, min(float(asked or 0), _LONGEST_WAIT))

    def _is_allowed(self, url: str) -> bool:
        root = _root(url)
        with self.lock:
            turn = self.hosts[root]
        with turn:
            if root not in self.robots:
                self.robots[root] = self._read_robots(root)
        rules = self.robots[root]
        return rules.can_fetch(self.manners.agent, url) if rules else True

    def _read_robots(self, root: str) -> RobotFileParser | None:
        """Return a host's rules; none where it has none (RFC 9309 2.3.1)."""
        rules = RobotFileParser()
        try:
            answer = self.session.get(f"{root}/robots.txt", timeout=self.manners.patience)
        except requests.RequestException:
            return None  # the address itself will tell
        if answer.status_code < _FAILED and answer.status_code >= _ASKS_FOR_GET:
            return None
        told = answer.text if answer.status_code < _FAILED else _KEEP_OUT
        rules.parse(told.splitlines())
        return rules


def _root(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _judged(url: str, here: str, status: int, *, is_permanent: bool) -> Outcome:
    if status in _CLOSED:
        return Outcome(Verdict.CLOSED, f"对方不回答程序（{status}）")
    if status in (404, 410):
        return Outcome(Verdict.DEAD, f"没有这个网页（{status}）")
    if status >= _ASKS_FOR_GET:
        return Outcome(Verdict.DEAD, f"对方出错（{status}）")
    if here == url:
        return Outcome(Verdict.ALIVE)
    if urlsplit(url).path.strip("/") and not urlsplit(here).path.strip("/"):
        return Outcome(Verdict.DEAD, "跳到了对方的首页，原来的网页多半没有了", here)
    return Outcome(Verdict.MOVED, "", here) if is_permanent else Outcome(Verdict.ALIVE)
