"""The words search knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generators.catalogue import Catalogue
from generators.records.synonyms import Synonyms
from generators.search import lexicon as module
from generators.search.analysis import phrase_terms
from generators.search.documents import documents
from generators.search.lexicon import Lexicon, lexicon, plain
from tests.samples import catalogue, entry


def _own(*groups: tuple[str, ...], ignored: tuple[str, ...] = ()) -> Catalogue:
    own = Synonyms(groups=groups, ignored=ignored)
    return replace(
        catalogue(entry("faqs", "a", title="怎么贷款？", aliases=["借钱"])), synonyms=own
    )


def _words(known: Catalogue, is_filed: Callable[[str], bool] = bool) -> Lexicon:
    return lexicon(known, [*documents(known)], is_filed=is_filed)


def test_words_of_a_group_mean_each_other() -> None:
    """Any word of an editors' group is understood as all the others."""
    words = _words(_own(("贴息", "利息补贴", "补利息")))
    assert words.others["贴息"] == ("利息补贴", "补利息")
    assert words.others["补利息"] == ("利息补贴", "贴息")


def test_aliases_mean_their_label_but_not_the_other_way_round() -> None:
    """宝妈 may mean 妇女; who asks for 妇女 does not mean 宝妈."""
    words = _words(_own())
    assert words.others["宝妈"] == ("妇女",)
    assert "妇女" not in words.others


def test_words_are_compared_like_all_text() -> None:
    """Width, case and traditional characters of a saying do not matter, nor do its marks."""
    words = _words(_own(("ＳＹＢ 班", "創業營")))
    assert (words.others["syb班"], words.others["创业营"]) == (("创业营",), ("syb班",))
    assert plain("「貼息」（2023）") == "贴息2023"


def test_only_what_is_filed_is_offered() -> None:
    """What no document has is not worth asking for, but is still known as a word."""
    filed = {term for term, _ in phrase_terms("贴息")}
    words = _words(_own(("贴息", "利息补贴")), filed.__contains__)
    assert (words.others["利息补贴"], words.others["贴息"]) == (("贴息",), ())


def test_sayings_that_differ_in_marks_alone_are_one() -> None:
    """A word is not offered in place of itself."""
    words = _words(_own(("利息补贴", "利息·补贴", "贴息")))
    assert words.others["利息补贴"] == ("贴息",)


def test_ignored_words_are_kept_as_compared() -> None:
    """What may be left out is left out however it is written."""
    words = _words(_own(ignored=("怎麼", "吗")))
    assert words.ignored == {plain("怎麼"), "吗"}
    assert words.spoken()["ignored"] == sorted(words.ignored)


def test_a_browser_is_told_each_group_but_once() -> None:
    """What no document has means the group, an alias its label; no word loses what it means."""
    own = {
        "贴息": ("补息",),
        "补息": ("贴息",),
        "补利息": ("补息", "贴息"),
        "宝妈": ("妇女",),
        "开店": (),
    }
    told = Lexicon(own).spoken()
    assert told["alike"] == {"补息 贴息": "补利息", "开店": ""}
    assert told["named"] == {"妇女": "宝妈"}


def test_longest_word_bounds_the_search_for_words() -> None:
    """The longest of all words counts; without words it is nothing."""
    assert Lexicon({"贴息": ()}, frozenset({"怎么办理"})).longest == 4
    assert Lexicon().longest == 0


def test_phrases_are_vocabularies_first_and_titles_last() -> None:
    """What may be suggested comes in the order of its worth, each but once."""
    phrases = _words(_own(("贴息", "妇女"))).phrases
    order = [phrases.index(phrase) for phrase in ("妇女", "宝妈", "贴息", "借钱", "怎么贷款？")]
    assert order == sorted(order)
    assert len(set(phrases)) == len(phrases)


def test_phrases_are_no_more_than_a_browser_may_load() -> None:
    """However many records there are, the phrases stay few."""
    many = [entry("faqs", f"a{n}", title=f"问题{n}") for n in range(module.PHRASES)]
    assert len(_words(catalogue(*many)).phrases) == module.PHRASES


def test_phrases_know_their_pinyin() -> None:
    """A phrase of Han characters is spelt; any other is not."""
    words = Lexicon(phrases=("贴息", "SYB培训", "创业·贷款"))
    assert words.spelling == ("tie xi", "", "chuang ye dai kuan")
