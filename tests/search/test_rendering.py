"""Answers as the terminal shows them."""

from __future__ import annotations

import json
from dataclasses import replace

from generators.search.answers import Answer, Hit
from generators.search.rendering import in_json, in_words, similar_in_words
from tests.search.samples import document

FOUND = Hit(document("a", "怎么贷款？", status="有效"), 2.5, near=False)
NEAR = Hit(document("b", "哪里贷款？"), 1.25, near=True)


def test_found_ones_are_counted_and_near_ones_follow() -> None:
    """What was found, how many there are, and what is near, a line each."""
    assert in_words(Answer(12, (FOUND, NEAR))) == (
        "问答  怎么贷款？（有效）  faqs/a/\n共 12 条。\n相近的：\n问答  哪里贷款？  faqs/b/\n"
    )


def test_without_near_ones_nothing_is_said_of_them() -> None:
    """Where all that is shown was asked for, that is all."""
    assert in_words(Answer(1, (FOUND,))) == "问答  怎么贷款？（有效）  faqs/a/\n共 1 条。\n"


def test_only_near_ones_are_said_to_be_near() -> None:
    """Where nothing has all that was asked for, that is said, and what was meant."""
    answer = Answer(0, (NEAR,))
    told = "没有完全一样的，相近的有：\n问答  哪里贷款？  faqs/b/\n"
    assert in_words(answer) == told
    assert in_words(replace(answer, correction="贷款")) == f"您是不是要找：贷款\n{told}"


def test_nothing_is_said_to_be_nothing() -> None:
    """Where there is not even something near, a way out is shown."""
    assert in_words(Answer(0, ())) == "没有找到。换个说法试试，或者少写几个字。\n"


def test_similar_titles_are_listed() -> None:
    """Similar titles have their own heading, and so has their absence."""
    assert similar_in_words(Answer(0, (NEAR,))) == "标题相近的记录：\n问答  哪里贷款？  faqs/b/\n"
    assert similar_in_words(Answer(0, ())) == "没有标题相近的记录。\n"


def test_json_has_the_shape_of_the_browsers_api() -> None:
    """A program reads the same names from the terminal as from the script, and the status."""
    assert json.loads(in_json(Answer(1, (FOUND, NEAR), "贷款"))) == {
        "total": 1,
        "results": [
            {
                "id": "a",
                "kind": "faqs",
                "title": "怎么贷款？",
                "url": "faqs/a/",
                "status": "有效",
                "score": 2.5,
                "near": False,
            },
            {
                "id": "b",
                "kind": "faqs",
                "title": "哪里贷款？",
                "url": "faqs/b/",
                "status": "",
                "score": 1.25,
                "near": True,
            },
        ],
        "correction": "贷款",
    }
    assert json.loads(in_json(Answer(0, ())))["correction"] is None
