"""The finder's plain functions, run in Node: addresses, sentences, marks, snippets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.node import run_module

ASSETS = ROOT / "overrides" / "assets"
KINDS = "policies 政策 创业政策, events 活动 活动赛事"


def _run(tmp_path: Path, module: str, names: str, expression: str) -> object:
    address = (ASSETS / module).as_uri()
    source = f"import {{{names}}} from '{address}'\nconsole.log(JSON.stringify({expression}))"
    return run_module(source, tmp_path)


@pytest.mark.parametrize(
    ("search", "query", "filters", "sort"),
    [
        ("", "", {}, ""),
        ("?q=贷款", "贷款", {}, ""),
        ("?q=+贷款+&audience=妇女&audience=残疾人", "贷款", {"audience": ["妇女", "残疾人"]}, ""),
        ("?audience=妇女&audience=妇女&audience=", "", {"audience": ["妇女"]}, ""),
        ("?sort=newest&colour=red", "", {}, "newest"),
        ("?sort=oldest", "", {}, ""),
    ],
)
def test_address_says_what_is_wanted(
    tmp_path: Path, search: str, query: str, filters: dict[str, list[str]], sort: str
) -> None:
    """An address is read, whatever else it has, and written so that it is read the same."""
    wanted = {"query": query, "filters": filters, "sort": sort}
    facets = json.dumps(["audience", "status"])
    read = f"read('{search}', {facets})"
    names = "read, written"
    assert _run(tmp_path, "finder/address.mjs", names, read) == wanted
    again = f"read(written({read}), {facets})"
    assert _run(tmp_path, "finder/address.mjs", names, again) == wanted


@pytest.mark.parametrize(
    ("wanted", "total", "near", "said"),
    [
        ({}, 212, 0, "全部内容，共 212 条"),
        ({"kind": ["events"]}, 20, 0, "全部活动赛事，共 20 条"),
        (
            {"kind": ["events"], "audience": ["高校毕业生"], "status": ["报名中"]},
            7,
            0,
            "适用于高校毕业生、报名中的活动赛事，共 7 条",
        ),
        ({"audience": ["妇女", "残疾人"]}, 2, 0, "适用于妇女或残疾人的内容，共 2 条"),
        (
            {"topic": ["税收优惠"], "region": ["示范区"], "area": ["创业融资"]},
            1,
            0,
            "主题是税收优惠、地区是示范区、属于创业融资的内容，共 1 条",
        ),
        ({"query": "面馆", "kind": ["policies"]}, 0, 0, "没有找到与“面馆”有关的创业政策"),
        ({"query": "面馆"}, 0, 3, "没有完全一样的，下面是最相近的"),
    ],
)
def test_result_is_said_in_a_sentence(
    tmp_path: Path, wanted: dict[str, object], total: int, near: int, said: str
) -> None:
    """What was asked for and how much there is makes one Chinese sentence."""
    query = wanted.pop("query", "")
    asked = json.dumps({"query": query, "filters": wanted, "sort": ""})
    source = (
        f"import {{Kinds}} from '{(ASSETS / 'finder/kinds.mjs').as_uri()}'\n"
        f"import {{sentence}} from '{(ASSETS / 'finder/sentence.mjs').as_uri()}'\n"
        f"const found = {{total: {total}, near: {near}}}\n"
        f"console.log(JSON.stringify(sentence({asked}, new Kinds('{KINDS}'), found)))"
    )
    assert run_module(source, tmp_path) == said


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("创业担保贷款", ["贷款"], ["贷款"]),
        ("创业担保贷款", ["贷款", "担保贷款"], ["担保贷款"]),
        ("贷款（个人）", ["贷款"], ["贷款"]),
        ("财金〔2023〕75号", ["财金2023", "75号"], ["财金〔2023", "75号"]),
        ("ＳＹＢ培训", ["syb"], ["ＳＹＢ"]),
        ("𠮷野家开店", ["开店"], ["开店"]),
        ("开一家店", ["开", "店"], ["开", "店"]),
        ("开一家面馆", ["开", "面馆"], ["面馆"]),
        ("无关", ["贷款", ""], []),
    ],
)
def test_words_are_found_in_a_text(
    tmp_path: Path, text: str, words: list[str], marked: list[str]
) -> None:
    """Words are marked as search compares them, the longer ones first."""
    call = f"highlighted({json.dumps(text)}, {json.dumps(words)})"
    parts = _run(tmp_path, "search/snippets.mjs", "highlighted", call)
    assert isinstance(parts, list)
    assert "".join(part for part, _ in parts) == text
    assert [part for part, is_word in parts if is_word] == marked


def test_snippet_is_cut_around_the_longest_word(tmp_path: Path) -> None:
    """The part of a text with the best word is shown, without Markdown's signs."""
    text = "开" * 50 + "\n## 怎么贷款\n\n- **担保贷款**怎么办" + "好" * 200
    call = f"snippet({json.dumps(text)}, ['贷款', '担保贷款'])"
    said = _run(tmp_path, "search/snippets.mjs", "snippet", call)
    assert isinstance(said, str)
    assert "怎么贷款 担保贷款 怎么办" in said
    assert said.startswith("…开")
    assert said.endswith("好…")
    assert len(said) <= 102
    none = "snippet('别的', ['贷款'])"
    assert _run(tmp_path, "search/snippets.mjs", "snippet", none) == ""
