"""How the form writes a file: nothing changes but what was changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generators.records import KINDS
from tests.conftest import ROOT
from tests.node import run_module
from tests.npm import npm_packages

FORMAT = (ROOT / "overrides/assets/admin/record-format.mjs").as_uri()
YAML = npm_packages(ROOT / "requirements/admin") / "node_modules/yaml/browser/index.js"
TEXT = """\
# 一条活动
title: 大赛   # 不改
kind: 大赛

# 什么时候
starts_at: 2026-06-13 09:00
prizes:
  - {name: 一等奖, number: 1}   # 免租
  - {name: 二等奖, number: 2}
audiences: [高校毕业生, 退役军人]
enrolment: {opens_on: 2026-04-20, how: "网上"}
sample: true
# 完
"""


def _run(tmp_path: Path, given: object, script: str) -> Any:
    """Run a script that has the format and what is given, and return what it returns."""
    source = f"""
import * as yaml from {json.dumps(YAML.as_uri())}
import {{ recordFormat }} from {json.dumps(FORMAT)}
const format = recordFormat(yaml)
const given = {json.dumps(given)}
const run = () => {{ {script} }}
console.log(JSON.stringify(run()))
"""
    return run_module(source, tmp_path)


def _written(tmp_path: Path, text: str, change: str, order: tuple[str, ...]) -> Any:
    script = (
        f"const data = format.fromFile(given[0]); {change}; return format.toFile(data, given[1])"
    )
    return _run(tmp_path, [text, order], script)


def test_every_record_is_written_back_as_it_was(tmp_path: Path) -> None:
    """Opening and saving any record of the city changes no byte of it."""
    files = [file for kind in KINDS for file in sorted((ROOT / "content" / kind).glob("*.yml"))]
    assert len(files) > 100
    texts = [file.read_text("utf-8") for file in files]
    script = "return given.filter((text) => format.toFile(format.fromFile(text)) !== text)"
    assert _run(tmp_path, texts, script) == []


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        ("data.kind = '路演'", "kind: 大赛", "kind: 路演"),
        ("data.prizes[1].number = 3", "二等奖, number: 2", "二等奖, number: 3"),
        (
            "data.prizes.push({name: '奖', number: 4})",
            "number: 2}\n",
            "number: 2}\n  - {name: 奖, number: 4}\n",
        ),
        ("data.prizes.shift()", "  - {name: 一等奖, number: 1}   # 免租\n", ""),
        ("data.audiences = ['不限']", "[高校毕业生, 退役军人]", "[不限]"),
        ("data.enrolment.how = '现场'", '"网上"', '"现场"'),
        ("data.sample = ''", "sample: true\n# 完\n", ""),
        ("data.starts_at = null", "\n# 什么时候\nstarts_at: 2026-06-13 09:00\n", "\n"),
        ("data.repeats = ''; data.results = [{}]", "", ""),
        ("data.phone = '12333'", "sample: true\n", 'phone: "12333"\nsample: true\n'),
    ],
)
def test_only_the_change_is_written(tmp_path: Path, change: str, old: str, new: str) -> None:
    """Each change is seen where it was made and nowhere else; what is emptied is gone."""
    order = ("title", "kind", "starts_at", "prizes", "audiences", "enrolment", "phone", "sample")
    assert _written(tmp_path, TEXT, change, order) == TEXT.replace(old, new)


def test_new_record_is_written_in_the_order_of_the_form(tmp_path: Path) -> None:
    """The id is no part of it, long texts keep their lines, what is empty is left out."""
    change = (
        "for (const key of Object.keys(data)) delete data[key]; "
        "Object.assign(data, {id: 'a', tags: ['甲', '乙'], details: '一\\n\\n二', title: '新', note: ''})"
    )
    assert _written(tmp_path, "", change, ("id", "title", "details", "tags")) == (
        "title: 新\ndetails: |-\n  一\n\n  二\ntags: [甲, 乙]\n"
    )
