"""How far a build has come, for those who wait for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Stage(StrEnum):
    """A part of a build, in the order in which they begin."""

    CHECK = "检查内容"
    HOST = "生成页面框架"
    RENDER = "生成页面"
    WRITE = "写入网站"


Progress = Callable[[Stage], None]
"""Told of each stage as it begins."""


def quiet(stage: Stage) -> None:
    """Tell nobody."""
