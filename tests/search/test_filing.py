"""Under which terms a document is filed, and with which marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.search.documents import Document
from generators.search.filing import (
    FOLLOWERS,
    IN_TITLE,
    exact_term,
    filed,
    fnv1a,
    follower_bit,
    shard_of,
)
from generators.search.packing import DIGITS
from generators.search.scoring import LEVELS
from tests.search.samples import document

REST = "其他的话。" * 60


def _marks(one: Document) -> dict[str, list[int]]:
    """Return the level and the followers of each term."""
    return {term: [*map(DIGITS.index, mark.decode())] for term, mark in filed(one).items()}


def _level(one: Document, term: str) -> int:
    return _marks(one)[term][0] % IN_TITLE


def _followers(one: Document, term: str) -> int:
    return _marks(one)[term][1]


def test_level_rises_with_occurrences() -> None:
    """What a text says more often it says more."""
    levels = [
        _level(document("a", "标题", "贷款，" * times + REST), "贷款") for times in (1, 4, 16)
    ]
    assert levels == sorted(set(levels))


def test_level_rises_from_text_to_keywords_to_title() -> None:
    """A term of the title says more than a key word, and that more than one of the text."""
    said = [
        document("a", "标题", "贷款" + REST),
        document("a", "标题", REST, keywords="贷款"),
        document("a", "贷款", REST),
    ]
    levels = [_level(one, "贷款") for one in said]
    assert levels == sorted(set(levels))


def test_short_title_says_more_of_its_terms() -> None:
    """The same word is more of a short title than of a long one."""
    short, long = document("a", "创业贷款"), document("a", "关于贷款和其他许多事情的若干规定")
    assert _level(short, "贷款") > _level(long, "贷款")


@given(
    st.text(alphabet="贷款保SY12，", max_size=200), st.text(alphabet="贷款保SY12，", max_size=20)
)
def test_marks_are_two_digits_with_a_level(text: str, title: str) -> None:
    """Every mark is a level from 1 to 31 and a set of followers, whatever is said."""
    for level, followers in _marks(document("a", title, text)).values():
        assert 1 <= level % IN_TITLE <= LEVELS
        assert followers < 1 << FOLLOWERS


def test_terms_of_the_title_are_flagged() -> None:
    """A term of the title has 32 added to its level, and no other term has."""
    terms = _marks(document("a", "创业贷款", "贷款和补贴", keywords="妇女"))
    flagged = {term for term, (level, _) in terms.items() if level > LEVELS}
    assert flagged == {"创", "业", "贷", "款", "创业", "业贷", "贷款"}


def test_followers_are_those_of_every_occurrence() -> None:
    """A term knows the classes of all characters after it; the end of a run is none."""
    one = document("a", "", "贷款利息，贷款人，贷款")
    assert _followers(one, "贷款") == follower_bit("利") | follower_bit("人")
    assert _followers(document("a", "", "贷款，"), "贷款") == 0


def test_sounds_of_title_and_aliases_are_filed() -> None:
    """Syllables and initials of the names of a document are terms, of its text are not."""
    terms = filed(document("a", "担保贷款", "补贴", aliases=("创业SYB",)))
    assert {"~dan bao", "~bao dai", "~d b", "~chuang ye", "~c y"} <= terms.keys()
    assert not {"~bu tie", "~b t"} & terms.keys()


def test_whole_title_is_filed_as_it_is_said() -> None:
    """A title is one term, whatever its width, case and marks, beside its first term."""
    term = exact_term("创业贷款（SYB）")
    assert term == exact_term("創業貸款·ｓｙｂ")
    assert term != exact_term("创业贷款（GYB）")
    assert term in filed(document("a", "创业贷款（SYB）"))
    assert shard_of(term, 1000) == shard_of("创业", 1000)


def test_title_without_letters_is_filed_too() -> None:
    """Even a title of marks alone has a term."""
    assert exact_term("？！") in filed(document("a", "？！"))


@pytest.mark.parametrize(
    ("text", "value"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)]
)
def test_hash_is_fnv1a(text: str, value: int) -> None:
    """The published test vectors of FNV-1a of 32 bits hold."""
    assert fnv1a(text) == value


@given(st.text(min_size=1), st.integers(1, 5000))
def test_shard_is_one_of_those_there_are(term: str, count: int) -> None:
    """Every term has a shard."""
    assert 0 <= shard_of(term, count) < count


@given(st.characters())
def test_follower_is_one_class(character: str) -> None:
    """A character is of exactly one class, so that classes can be counted together."""
    bit = follower_bit(character)
    assert bit.bit_count() == 1
    assert bit < 1 << FOLLOWERS
