"""同义说法: what the public says and what documents say, from `synonyms.yml`."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Annotated

from pydantic import Field

from generators.records.base import Model
from generators.records.values import Line

# A single character stands inside too many other words to mean the same as one.
Saying = Annotated[str, Field(min_length=2, max_length=30, pattern=r"^[^\n\r\t]*$")]
SayingGroup = Annotated[tuple[Saying, ...], Field(min_length=2)]


class Synonyms(Model):
    """Words that mean the same to a searcher, in groups, and words a search may pass over."""

    groups: tuple[SayingGroup, ...] = Field(
        (),
        title="同义说法",
        description="每组至少两个说法，每个至少两个字；一组里的说法互相都能搜到，意思不一样的不要放在一起",
    )
    ignored: tuple[Line, ...] = Field(
        (),
        title="可以不看的字词",
        description="问句里常有、不说明要找什么的字词，例如“怎么”“如何”；一个字的只写“吗”“呢”这样的语气词",
    )


# An edit changes one title of ten thousand.
@lru_cache(maxsize=1 << 17)
def as_compared(word: str) -> str:
    """Return a word without regard to its case and width, as a search compares it."""
    return unicodedata.normalize("NFKC", word).lower()
