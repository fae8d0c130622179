"""What documents say of their terms: as plain definitions say, for one and for many at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.search import gathering
from generators.search.analysis import index_terms
from generators.search.documents import Document
from generators.search.filing import FOLLOWERS, IN_TITLE, follower_bit
from generators.search.gathering import filed, gathered
from generators.search.pinyin import sound_terms
from generators.search.scoring import KEYWORDS, LEVELS, SOUND, TEXT, TITLE, level
from tests.search.samples import document

REST = "其他的话。" * 60
_FOLLOWERS = 64


def _marks(one: Document) -> dict[str, list[int]]:
    """Return the level and the followers of each term."""
    return {term: [mark % _FOLLOWERS, mark // _FOLLOWERS] for term, mark in filed(one).items()}


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
def test_marks_are_a_level_and_a_set(text: str, title: str) -> None:
    """Every mark is a level from 1 to 31 and a set of followers, whatever is said."""
    for stressed, followers in _marks(document("a", title, text)).values():
        assert 1 <= stressed % IN_TITLE <= LEVELS
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


def _by_definition(one: Document) -> dict[str, int]:
    """Return the mark of every term, worked out occurrence by occurrence."""
    strengths: Counter[str] = Counter()
    followers: dict[str, int] = {}
    fields = ((TITLE, one.title), (KEYWORDS, one.keywords), (TEXT, one.text))
    for field, text in fields:
        linked, single = index_terms(text)
        for term, following in (*linked, *((character, "") for character in single)):
            strengths[term] += _units(field.scale(len(text)))
            followers[term] = followers.get(term, 0) | follower_bit(following)
    for name in (one.title, *one.aliases):
        for term in sound_terms(name):
            strengths[term] += _units(SOUND.scale(len(name)))
    linked, single = index_terms(one.title)
    in_title = {*single, *(term for term, _ in linked)}
    return {
        term: level(strength / 2**20, one.kind)
        + IN_TITLE * (term in in_title)
        + _FOLLOWERS * followers.get(term, 0)
        for term, strength in strengths.items()
    }


def _units(scale: float) -> int:
    return round(scale * 2**20)


_SAID = st.lists(
    st.one_of(
        st.sampled_from("贷款贷款保保障，。 \n·〔2024〕"),
        st.sampled_from(
            ["創業", "ＳＹＢ", "12333", "syb", "①", "…", "㎡", "ﬁ", "𠮷野", "々", "〇"]
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=12,
).map("".join)


@given(st.sampled_from(["faqs", "events", "pages", "none"]), _SAID, _SAID, _SAID, st.lists(_SAID))
def test_any_document_says_what_the_definition_says(
    kind: str, title: str, keywords: str, text: str, aliases: list[str]
) -> None:
    """Whatever characters a document has, all its terms and marks are as defined."""
    one = document("a", title, text, kind=kind, keywords=keywords, aliases=tuple(aliases))
    assert filed(one) == _by_definition(one)


def test_own_documents_say_what_the_definition_says(
    found: Sequence[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Gathered in parts, each document has its own marks under its own number."""
    monkeypatch.setattr(gathering, "_CHUNK", 50)
    some = found[:180]
    postings = gathered(some)
    rows = iter(postings.rows.tolist())
    said: list[dict[str, int]] = [{} for _ in some]
    for term, count in zip(postings.terms, postings.counts.tolist(), strict=True):
        for row in (next(rows) for _ in range(count)):
            said[row >> 12][term] = row & 4095
    assert said == [*map(_by_definition, some)]


def test_nothing_is_gathered_of_nothing() -> None:
    """No documents have no terms, and a document that says nothing has none either."""
    assert gathered([]).terms == gathered([document("a", "？！")]).terms == ()


@pytest.mark.parametrize("limit", ["MOST_DOCUMENTS", "MOST_TEXTS"])
def test_more_than_a_row_can_tell_apart_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """Numbers that run over would answer with another document."""
    monkeypatch.setattr(gathering, limit, 1)
    with pytest.raises(ValueError, match="more than 1 "):
        gathered([document("a", "标题"), document("b", "标题")])
