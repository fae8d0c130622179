"""What is answered, in which order, and what else is offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.catalogue import Catalogue
from generators.search.answers import ENOUGH, Answer, Library
from generators.search.lexicon import Lexicon
from tests.search.samples import document, shelf

WORDS = Lexicon(
    {"贴息": ("利息补贴",), "利息补贴": ("贴息",), "宝妈": ("妇女",)},
    frozenset({"怎么", "的"}),
    ("创业担保贷款", "营业执照", "利息补贴"),
)


def _paths(answer: Answer, *, near: bool | None = None) -> list[str]:
    """Return what was found, without the kind; *near* or not, or both."""
    hits = (hit for hit in answer.hits if near in (None, hit.near))
    return [hit.document.path.split("/")[1] for hit in hits]


def test_every_title_is_answered_with_its_record_first(
    shelves: Library, catalogue: Catalogue
) -> None:
    """The exact title of a published record finds it first, be it over or not."""
    entries = catalogue.published
    first = [shelves.answer(entry.record.title).hits[0].document.path for entry in entries]
    assert first == [entry.path for entry in entries]


def test_exact_title_is_first_even_where_it_is_over(tmp_path: Path) -> None:
    """Who types a whole title means that record, however much others say of it."""
    title = "创业担保贷款办法（2016年）"
    others = [document(f"b{n}", f"{title}解读", title * 9, tone="open") for n in range(12)]
    with shelf(tmp_path, *others, document("a", title, tone="over")) as library:
        for query in (title, "創業擔保貸款办法（２０１６年）"):
            assert _paths(library.answer(query))[0] == "a"


def test_what_is_over_comes_after_what_helps(tmp_path: Path) -> None:
    """Of records that say the same, the one that is over comes last."""
    tones = ("over", "", "open", "over", "soon")
    same = [document(f"a{n}", "贷款", "贷款", tone=tone) for n, tone in enumerate(tones)]
    with shelf(tmp_path, *same) as library:
        assert _paths(library.answer("贷"))[-2:] == ["a0", "a3"]


def test_equals_keep_the_order_of_documents(tmp_path: Path) -> None:
    """Where the scores are the same, what comes first in the catalogue comes first."""
    same = [document(name, "贷款", "贷款", tone="open") for name in ("c", "a", "b")]
    with shelf(tmp_path, *same) as library:
        assert _paths(library.answer("贷款")) == ["c", "a", "b"]


def test_readings_are_tried_from_strict_to_loose(tmp_path: Path) -> None:
    """A looser reading is tried only where a stricter one finds nothing."""
    documents = [
        document("typed", "怎么贷款"),
        document("reduced", "开店办执照"),
        document("sound", "利息补贴"),
        document("other", "妇女"),
    ]
    with shelf(tmp_path, *documents, words=WORDS) as library:
        for query, path in {
            "怎么贷款": "typed",
            "开店怎么办执照": "reduced",
            "lixibutie": "sound",
            "lxbt": "sound",
            "ＬＸＢＴ": "sound",
            "开店办qq": None,
            "宝妈": "other",
            "贴息": "sound",
        }.items():
            answer = library.answer(query)
            assert (query, _paths(answer, near=False)) == (query, [path] if path else [])
            assert answer.total == (1 if path else 0)


def test_aliases_are_not_asked_for_in_place_of_their_label(tmp_path: Path) -> None:
    """妇女 does not mean 宝妈: who asks for the label finds the label alone."""
    with shelf(tmp_path, document("a", "宝妈"), document("b", "妇女"), words=WORDS) as library:
        assert _paths(library.answer("妇女"), near=False) == ["b"]
        assert _paths(library.answer("宝妈"), near=False) == ["a", "b"]


def test_phrases_are_said_as_they_stand(tmp_path: Path) -> None:
    """All the pairs of a phrase do not make it, nor does 11月 say 1月."""
    apart = document("apart", "", "创业贷，业贷款，贷款人")
    whole = document("whole", "", "创业贷款，1月2日")
    month = document("month", "", "11月1日2月")
    with shelf(tmp_path, apart, whole, month) as library:
        assert _paths(library.answer("创业贷款"), near=False) == ["whole"]
        assert _paths(library.answer("1月"), near=False) == ["whole"]
        assert _paths(library.answer("11月"), near=False) == ["month"]


def test_near_ones_come_after_and_fill_up_to_ten(tmp_path: Path) -> None:
    """What is not quite asked for follows what is, ten in all and no more."""
    strict = [document(f"a{n}", "创业贷款") for n in range(3)]
    near = [document(f"b{n}", "贷款") for n in range(20)]
    others = [document(f"c{n}", "补贴") for n in range(200)]
    with shelf(tmp_path, *near, *strict, *others) as library:
        answer = library.answer("创业贷款", limit=100)
    assert (answer.total, len(answer.hits)) == (3, ENOUGH)
    assert [hit.near for hit in answer.hits] == [False] * 3 + [True] * (ENOUGH - 3)


def test_nothing_is_near_where_enough_is_found(tmp_path: Path) -> None:
    """Ten that have it leave no place for what is near; all of them are there to be seen."""
    strict = [document(f"a{n}", "创业贷款") for n in range(15)]
    with shelf(tmp_path, *strict, document("b", "贷款")) as library:
        assert len(library.answer("创业贷款").hits) == ENOUGH
        answer = library.answer("创业贷款", limit=100)
        assert (answer.total, len(answer.hits), _paths(answer, near=True)) == (15, 15, [])


def test_words_that_stand_apart_come_before_some_of_them(tmp_path: Path) -> None:
    """Near ones that have all words come before those that have some."""
    words = Lexicon({"贴息": (), "执照": ()})
    some, apart = document("some", "贴息"), document("apart", "执照的事", "还有贴息")
    with shelf(tmp_path, some, apart, words=words) as library:
        assert _paths(library.answer("贴息执照"))[0] == "apart"


def test_no_document_is_shown_twice(shelves: Library) -> None:
    """What is found as asked is not near too."""
    for query in ("残疾人免税", "创业担保贷款贴息", "女性创业", "12333", "dbdk"):
        paths = [hit.document.path for hit in shelves.answer(query, limit=1000).hits]
        assert len(set(paths)) == len(paths)


def test_correction_only_where_nothing_is_found(tmp_path: Path) -> None:
    """A slip is mended, and what was meant is near; what is found needs no mending."""
    loan = document("loan", "创业担保贷款")
    with shelf(tmp_path, loan, words=WORDS) as library:
        answer = library.answer("创业但保贷款")
        assert (answer.total, answer.correction) == (0, "创业担保贷款")
        assert _paths(answer, near=True)[0] == "loan"
        assert library.answer("创业担保贷款").correction is None
    slip = document("slip", "", "有人写成创业但保贷款")
    with shelf(tmp_path, loan, slip, words=WORDS) as library:
        answer = library.answer("创业但保贷款")
        assert (_paths(answer, near=False), answer.correction) == (["slip"], None)


def test_correction_is_something_documents_say(tmp_path: Path) -> None:
    """A phrase that nothing has is not offered."""
    with shelf(tmp_path, document("a", "创业担保贷款"), words=WORDS) as library:
        assert library.answer("营业直照").correction is None


def test_kind_narrows_what_is_found_and_what_is_near(shelves: Library) -> None:
    """Only records of the kind are shown and counted."""
    for query in ("创业担保贷款", "残疾人开店免税", "创业但保贷款", ""):
        answer = shelves.answer(query, kind="policies", limit=1000)
        assert {hit.document.kind for hit in answer.hits} == {"policies"}
        assert answer.total == len(_paths(answer, near=False))


@pytest.mark.parametrize("query", ["", "  ", "，。", "？"])
def test_nothing_asked_is_answered_with_everything(shelves: Library, query: str) -> None:
    """A question without a letter finds all, in the order of what helps now."""
    answer = shelves.answer(query, limit=1000)
    assert [hit.document for hit in answer.hits] == list(shelves.documents)
    assert (answer.total, answer.correction) == (len(shelves.documents), None)


def test_limit_shortens_what_is_shown_not_what_is_counted(shelves: Library) -> None:
    """Fewer hits are the first of more, and the total stays."""
    few, many = (shelves.answer("创业", limit=limit) for limit in (3, 30))
    assert few.hits == many.hits[:3]
    assert few.total == many.total > 30


def test_similar_titles_have_half_of_their_pairs_in_common(tmp_path: Path) -> None:
    """A title is compared with titles, the nearest first; what only its text says is not."""
    documents = [
        document("same", "创业担保贷款办法"),
        document("close", "创业担保贷款新办法"),
        document("far", "贷款"),
        document("text", "别的", "创业担保贷款办法"),
        document("mentor", "创业担保贷款办法", kind="mentors"),
    ]
    with shelf(tmp_path, *documents) as library:
        answer = library.similar("创业担保贷款办法", kind="faqs")
        assert _paths(answer) == ["same", "close"]
        assert [hit.score for hit in answer.hits] == sorted(
            (hit.score for hit in answer.hits), reverse=True
        )
        assert _paths(library.similar("创业担保贷款办法", limit=1)) == ["same"]
        assert _paths(library.similar("火星移民")) == []
        assert _paths(library.similar("")) == []
