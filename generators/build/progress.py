"""How far a build has come, for those who wait for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Protocol, TypeVar

T = TypeVar("T")


class Stage(StrEnum):
    """A part of a build, in the order in which they begin."""

    CHECK = "检查内容"
    HOST = "生成页面框架"
    WAIT = "等另一次生成写完"
    RENDER = "生成文件"
    WRITE = "换上新网站"


class Progress(Protocol):
    """Told of each stage as it begins, and of how much of it is done.

    *total* is how much there will be, as far as that is known; 0 where it is not.
    """

    def __call__(self, stage: Stage, done: int = 0, total: int = 0) -> None:
        """Take notice."""


def quiet(stage: Stage, done: int = 0, total: int = 0) -> None:
    """Tell nobody."""


def counted(items: Iterable[T], progress: Progress, stage: Stage, *, total: int = 0) -> Iterator[T]:
    """Yield the items, and tell of each as part of a stage."""
    progress(stage, 0, total)
    for done, item in enumerate(items, start=1):
        yield item
        progress(stage, done, total)
