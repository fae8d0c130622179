"""Make the answers of the sample surveys: `python -m tests.sample_surveys FOLDER`.

Nobody gave these answers. They are drawn from a fixed seed so that the means of the items are
those the sample reports tell of.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ITEMS = {
    "态度热情": ("attitude", 0.05),
    "一次讲清楚": ("attitude", -0.08),
    "业务熟练": ("attitude", 0.03),
    "找得到信息": ("information", -0.06),
    "说明看得懂": ("information", 0.06),
    "等候时间": ("speed", 0.04),
    "办理时限": ("speed", 0.06),
    "进度可查": ("speed", -0.1),
    "材料数量": ("paper", 0.07),
    "跑动次数": ("paper", -0.07),
    "信任": ("trust", 0.02),
    "愿意推荐": ("trust", -0.02),
}
OVERALL, GROUP = "总体满意度", "区县"
# How much a dimension counts for whoever answers, as the correlations are to show.
_COUNTS = {"attitude": 1.2, "information": 0.4, "speed": 0.8, "paper": 1.0, "trust": 0.4}
_DISTRICTS = {"示范区": 0.45, "样例区": 0.35, "范本县": 0.2}
_LEFT_OUT = 0.02


@dataclass(frozen=True)
class Wave:
    """One survey: its seed, its number of answers, and the mean of every dimension."""

    seed: int
    rows: int
    means: Mapping[str, float]


def _wave(seed: int, rows: int, *means: float) -> Wave:
    return Wave(seed, rows, dict(zip(_COUNTS, means, strict=True)))


WAVES = {
    "satisfaction-2025": _wave(2025, 452, 4.42, 4.08, 4.15, 3.86, 4.31),
    "satisfaction-2026-h1": _wave(2026, 500, 4.46, 4.18, 4.27, 4.12, 4.40),
}


def table(wave: Wave) -> str:
    """Return the CSV of a survey."""
    dice = random.Random(wave.seed)
    rows = [_answers(dice, wave) for _ in range(wave.rows)]
    for item, (dimension, offset) in ITEMS.items():
        _settle(dice, rows, item, wave.means[dimension] + offset)
    stream = io.StringIO()
    writer = csv.DictWriter(stream, [GROUP, *ITEMS, OVERALL], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _answers(dice: random.Random, wave: Wave) -> dict[str, str]:
    district = dice.choices(list(_DISTRICTS), list(_DISTRICTS.values()))[0]
    mood = dice.gauss(0, 0.45)
    felt = {name: mood + dice.gauss(0, 0.5) for name in _COUNTS}
    if district == "范本县":
        felt["paper"] -= 0.4
    row = {GROUP: district}
    for item, (name, offset) in ITEMS.items():
        left_out = dice.random() < _LEFT_OUT
        score = _score(wave.means[name] + offset + felt[name] + dice.gauss(0, 0.45))
        row[item] = "" if left_out else score
    overall = sum(_COUNTS[name] * felt[name] for name in felt) / sum(_COUNTS.values())
    row[OVERALL] = _score(4.25 + 1.3 * overall + dice.gauss(0, 0.4))
    return row


def _score(value: float) -> str:
    return str(min(max(round(value), 1), 5))


def _settle(dice: random.Random, rows: list[dict[str, str]], item: str, mean: float) -> None:
    """Move single answers by one until the item has its mean."""
    answered = [row for row in rows if row[item]]
    missing = round(mean * len(answered)) - sum(int(row[item]) for row in answered)
    step = 1 if missing > 0 else -1
    while missing:
        row = dice.choice(answered)
        if 1 <= int(row[item]) + step <= 5:
            row[item] = str(int(row[item]) + step)
            missing -= step


if __name__ == "__main__":
    for name, made in WAVES.items():
        (Path(sys.argv[1]) / f"{name}.csv").write_text(table(made), "utf-8")
