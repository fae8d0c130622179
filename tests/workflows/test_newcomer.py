"""The newcomer's path: six commands, as the handbook has them, and a reviewer's click."""

from __future__ import annotations

import re
import shlex
import subprocess
from html import unescape
from pathlib import Path

from tests.conftest import ROOT
from tests.workflows.city import City
from tests.workflows.publishing import run_preview, run_publish

# What a newcomer answers at the terminal.
ANSWERS = {
    "summary": "三十个摊位，免费摆一天。",
    "kind": "展示",
    "starts_at": "2026-12-10 09:00",
    "ends_at": "2026-12-10 17:00",
    "place": "文化广场",
    "organiser": "服务中心",
    "details": "带上自己做的东西来。",
    "contact.kind": "电话",
    "contact.value": "12333",
}


def _in_handbook() -> list[str]:
    text = (ROOT / "overrides/pages/handbook/first-record.html").read_text("utf-8")
    blocks = re.findall(r"<pre><code>(.+?)</code></pre>", text, re.S)
    return [unescape(line) for block in blocks for line in block.splitlines()]


def _in_contributing() -> list[str]:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (block,) = re.findall(r"六条命令：\n\n```\n(.+?)```", text, re.S)
    return [line.partition("  #")[0].strip() for line in block.splitlines()]


def test_path_has_six_commands_wherever_it_is_told() -> None:
    """The handbook and CONTRIBUTING.md tell the same six commands."""
    first_words = [line.split()[:2] for line in _in_handbook()]
    assert first_words == [line.split()[:2] for line in _in_contributing()]
    assert len(first_words) == 6


def test_newcomer_publishes_an_event(city: City) -> None:
    """By those commands alone it is previewed; merged, it is online, and what was stays as it is."""
    checkout = _typed(city)
    assert [step.returncode for step in run_preview(city, checkout)] == [0, 0]
    assert (checkout / "site/events/market/index.html").is_file()
    assert "创业集市" in (city.root / "summary.md").read_text("utf-8")
    assert not city.online("events/market")
    city.git(city.origin, "push", "--quiet", ".", "market:main")
    (step,) = run_publish(city, city.checkout("work-merged"))
    assert "发布了第 2 版" in step.stdout
    assert city.online("events/market")
    old, new = (city.www / "releases" / number / "about/index.html" for number in "12")
    assert new.samefile(old)


def _typed(city: City) -> Path:
    """Type the handbook's commands and return the checkout they made."""
    title = ["--title", "创业集市", "--id", "market"]
    answers = [*title, *(f"--set={name}={value}" for name, value in ANSWERS.items())]
    commands = "\n".join(_in_handbook()).replace("仓库地址", str(city.origin))
    subprocess.run(
        ["bash", "-e", "-c", commands],
        cwd=city.root,
        env=city.environment | {"WITH": shlex.join(answers)},
        check=True,
        capture_output=True,
    )
    return city.root / "catalogue"
