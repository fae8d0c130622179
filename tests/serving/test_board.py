"""The state of the server, and who is woken by it."""

from __future__ import annotations

import json
from threading import Thread

from generators.serving.board import Board, Showing


def test_who_waits_is_woken_by_news() -> None:
    """A page that knows the last state gets the next as soon as it is there."""
    board = Board()
    number, showing = board.after(-1, timeout=0)
    assert showing == board.showing == Showing()
    Thread(target=board.put, args=(Showing("7"),)).start()
    assert board.after(number, timeout=30) == (number + 1, Showing("7"))


def test_without_news_the_same_is_said_again() -> None:
    """After a while without news the number is the same."""
    board = Board()
    board.put(Showing("7"))
    assert board.after(1, timeout=0) == (1, Showing("7"))


def test_state_is_one_line_of_json() -> None:
    """The page's script reads it; a line feed would end the message."""
    said = Showing("7", refusal="一\n二", findings="<li>").as_json()
    assert "\n" not in said
    assert json.loads(said) == {
        "version": "7",
        "is_building": False,
        "is_early": False,
        "settles": "",
        "refusal": "一\n二",
        "findings": "<li>",
    }
