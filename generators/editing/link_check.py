"""Check the addresses of other websites, and say which ones lead nowhere."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generators.diagnostics import Diagnostic, Severity, Span
from generators.editing.addresses import is_reserved
from generators.editing.fetching import Outcome, Verdict
from generators.records.links import Suppression

_GOOD_FOR = timedelta(7)
_KEPT = (Verdict.ALIVE, Verdict.MOVED)
Fetch = Callable[[Iterable[str]], Mapping[str, Outcome]]


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """What was found, and how many addresses were not looked at, by the reason."""

    findings: tuple[Diagnostic, ...]
    checked: int
    passed_over: Mapping[str, int]

    @property
    def summary(self) -> str:
        """Say how many addresses were checked, and why the others were not."""
        rest = "、".join(f"{reason} {count} 个" for reason, count in self.passed_over.items())
        return f"检查了 {self.checked} 个网址。" + (f"没有检查的：{rest}。" if rest else "")


def check_links(
    named: Mapping[str, tuple[Span, ...]],
    fetch: Fetch,
    *,
    suppressions: Iterable[Suppression],
    day: date,
    cache: Path,
) -> LinkCheck:
    """Check every address that is not known to be good from the days before."""
    holding = [suppression for suppression in suppressions if suppression.holds_on(day)]
    passed = {url: reason for url in named if (reason := _passed_over(url, holding))}
    known = _known(cache, day)
    wanted = [url for url in named if url not in passed]
    fresh = fetch([url for url in wanted if url not in known])
    outcomes = {url: fresh[url] if url in fresh else known[url][0] for url in wanted}
    days = {url: day if url in fresh else known[url][1] for url in wanted}
    _keep(cache, {url: (outcomes[url], days[url]) for url in wanted})
    forbidden = [url for url in wanted if outcomes[url].verdict is Verdict.FORBIDDEN]
    passed |= dict.fromkeys(forbidden, str(Verdict.FORBIDDEN))
    findings = (f for url in wanted for f in _findings(url, outcomes[url], named[url]))
    return LinkCheck(
        tuple(sorted(findings, key=lambda finding: finding.sort_key)),
        len(wanted) - len(forbidden),
        dict(sorted(Counter(passed.values()).items())),
    )


def _passed_over(url: str, holding: Iterable[Suppression]) -> str:
    if is_reserved(url):
        return "示例网址"
    return "暂不检查" if any(suppression.covers(url) for suppression in holding) else ""


def _findings(url: str, outcome: Outcome, spans: Iterable[Span]) -> Iterator[Diagnostic]:
    for span in spans:
        match outcome.verdict:
            case Verdict.DEAD:
                hint = "在对方网站上重新找到这个网页，换上新网址；真没有了就删掉"
                message = f"打不开 {url}：{outcome.says}"
                yield Diagnostic("dead-link", message, span, Severity.WARNING, hint=hint)
            case Verdict.MOVED:
                message = f"{url} 已经换了网址"
                hint = f"改成 {outcome.target}"
                yield Diagnostic("moved-link", message, span, Severity.HINT, hint=hint)
            case Verdict.CLOSED:
                message = f"{url} 查不了：{outcome.says}"
                hint = "人工打开看一眼；能打开的，在 links.yml 里写上，注明原因和到期日"
                yield Diagnostic("moved-link", message, span, Severity.HINT, hint=hint)


def _known(cache: Path, day: date) -> dict[str, tuple[Outcome, date]]:
    """Return the good outcomes of the last days."""
    try:
        rows = json.loads(cache.read_text("utf-8")).items()
        read = {
            url: (Outcome(Verdict(verdict), says, target), date.fromisoformat(on))
            for url, (verdict, says, target, on) in rows
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    return {
        url: (outcome, on)
        for url, (outcome, on) in read.items()
        if outcome.verdict in _KEPT and timedelta(0) <= day - on < _GOOD_FOR
    }


def _keep(cache: Path, outcomes: Mapping[str, tuple[Outcome, date]]) -> None:
    rows = {url: [o.verdict, o.says, o.target, str(on)] for url, (o, on) in outcomes.items()}
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
