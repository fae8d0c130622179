"""What records lend those they are linked with."""

from __future__ import annotations

from pathlib import Path

from generators.catalogue import Catalogue
from generators.search.answers import Answer
from generators.search.documents import documents
from generators.search.lending import lent
from tests.search.samples import document, shelf

LINKS = {0: [1, 2], 1: [0], 3: [2], 4: []}


def _paths(answer: Answer, *, near: bool) -> list[str]:
    return [hit.document.path.split("/")[1] for hit in answer.hits if hit.near is near]


def test_the_better_a_record_is_the_more_it_lends() -> None:
    """What is linked with a better one is lent more, and with two more than with one."""
    assert lent([(1, 8.0)], LINKS.__getitem__, share=0.5) == {0: 4.0}
    assert lent([(1, 4.0)], LINKS.__getitem__, share=0.5) == {0: 2.0}
    both = lent([(0, 8.0), (3, 8.0), (4, 9.0)], LINKS.__getitem__, share=0.5)
    assert both[2] == both[1] + 4.0


def test_who_has_many_links_lends_less_along_each() -> None:
    """A record with four links lends half as much along each as one with a single link."""
    one = lent([(0, 8.0)], lambda _: [1], share=1.0)
    four = lent([(0, 8.0)], lambda _: [1, 2, 3, 4], share=1.0)
    assert one[1] == 2 * four[1]


def test_linked_records_come_first_of_equals(tmp_path: Path) -> None:
    """Of records that say the same, the one that the best is linked with comes first."""
    same = [document(name, "贷款办法", "贷款") for name in "abc"]
    best = document("best", "贷款", "贷款，贷款", links=("faqs/c/",))
    with shelf(tmp_path, *same, best) as library:
        assert _paths(library.answer("贷款"), near=False) == ["best", "c", "a", "b"]


def test_linked_records_are_near_whatever_they_say(tmp_path: Path) -> None:
    """What a record found is linked with is near, but never found: it does not say it."""
    found = document("found", "营业执照", links=("faqs/linked/", "faqs/gone/"))
    others = [document(f"other{n}", "面馆") for n in range(3)]
    with shelf(tmp_path, *others, document("linked", "先看这里"), found) as library:
        answer = library.answer("营业执照")
        assert (_paths(answer, near=False), _paths(answer, near=True)) == (["found"], ["linked"])
        assert answer.total == 1


def test_exact_titles_stay_first_whatever_others_are_lent(tmp_path: Path) -> None:
    """No loan brings a record before the one whose whole title is asked for."""
    lenders = [document(f"b{n}", "贷款贷款", "贷款" * 9, links=("faqs/c/",)) for n in range(5)]
    lifted, exact = document("c", "贷款贷款", "贷款" * 9), document("a", "贷款", tone="over")
    with shelf(tmp_path, *lenders, lifted, exact) as library:
        assert _paths(library.answer("贷款"), near=False)[:2] == ["a", "c"]


def test_links_go_both_ways_and_are_few(catalogue: Catalogue) -> None:
    """What a record refers to comes first, then what refers to it, twenty at most."""
    links = {document.path: document.links for document in documents(catalogue)}
    assert links["articles/read-startup-loan/"][0] == "policies/startup-loan-2023/"
    assert links["policies/startup-loan-2023/"][0] == "policies/startup-loan-2020/"
    assert "articles/read-startup-loan/" in links["policies/startup-loan-2023/"]
    assert max(map(len, links.values())) == 20
    assert all(path not in linked for path, linked in links.items())
