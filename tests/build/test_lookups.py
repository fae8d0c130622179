"""What outputs look up is noted, and an answer that changes is noticed."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest

from generators.build.answers import Answers
from generators.build.lookups import FACTS, Lookup, noting
from generators.catalogue import Catalogue
from generators.outputs import HostPage, Publication
from generators.outputs.frames import MARKS, Frame
from generators.outputs.templates import Templates
from generators.sources import Entry
from tests.conftest import ROOT
from tests.samples import catalogue as of_entries
from tests.samples import entry

_MARKS = "".join(f"%%catalogue:{mark}%%" for mark in MARKS)
_FAQ, _OTHER = entry("faqs", "a"), entry("faqs", "b")
_REWRITTEN = replace(_FAQ, source=replace(_FAQ.source, data=b"title: b"))
_POLICY = entry("policies", "a-policy")
_NEWER = entry("policies", "newer", supersedes=["a-policy"])


@pytest.fixture(scope="module")
def publication() -> Publication:
    """Return a publication of two questions and a policy."""
    return Publication(
        catalogue=of_entries(_FAQ, _OTHER, _POLICY),
        site_url="https://x.example/",
        content=ROOT / "content",
        frames={"faqs": Frame.cut(_MARKS)},
        pages=(HostPage("about/", "关于", "我们"),),
        templates=Templates(ROOT / "overrides"),
        compared={"loans": "loans/compare/"},
    )


def _other_catalogue(publication: Publication, *entries: Entry) -> Publication:
    return replace(publication, catalogue=replace(publication.catalogue, entries=entries))


def _asked(publication: Publication, question: str) -> tuple[Lookup, ...]:
    """Return what is noted while an expression about the publication *p* is worked out."""
    seen: dict[Lookup, None] = {}
    noted = noting(publication, lambda lookup: seen.setdefault(lookup))
    eval(question, {"p": noted, "c": noted.catalogue, "faq": _FAQ, "policy": _POLICY})
    return tuple(seen)


_QUESTIONS = (
    "c.entries",
    "c.published",
    "c.of('faqs')",
    "c.all_of('faqs')",
    "c.count_of('faqs')",
    "c.slice_of('faqs', 0, 2)",
    "c.find('faqs', 'a')",
    "c.labelled('topics', '创业担保贷款')",
    "c.referrers(policy)",
    "c.related(policy)",
    "c.term('topics', '创业担保贷款')",
    "c.successors(policy)",
    "c.urgency(policy)",
    "c.status(policy)",
    "c.status_changes(policy)",
    "c.states(policy)",
    "p.frames['faqs']",
    "p.compared.get('loans')",
    "list(p.pages)",
    *(f"c.{fact}" for fact in FACTS),
)


@pytest.mark.parametrize("question", _QUESTIONS)
def test_questions_are_noted_and_have_digests(publication: Publication, question: str) -> None:
    """Whatever is asked is noted, gives what it gives, and is the same when asked again."""
    noted = _asked(publication, question)
    assert noted
    assert Answers(publication).digest(noted) == Answers(replace(publication)).digest(noted)


def test_every_question_of_a_catalogue_is_noted() -> None:
    """A method that is new in the catalogue cannot be forgotten."""
    public = {name for name in vars(Catalogue) if not name.startswith("_")}
    public |= {field.name for field in fields(Catalogue)}
    noted = {question[2:].partition("(")[0] for question in _QUESTIONS if question.startswith("c.")}
    assert public - {"prepare"} == noted  # which answers nothing


def test_what_is_not_noted_cannot_be_asked(publication: Publication) -> None:
    """An output that asks something else fails at once, not at an edit long after."""
    for question in ("c._by_kind", "list(p.frames)", "len(p.compared)"):
        with pytest.raises((AttributeError, TypeError)):
            _asked(publication, question)


@pytest.mark.parametrize(
    ("question", "entries"),
    [
        ("c.published", (_FAQ, _OTHER)),
        ("c.of('faqs')", (_FAQ, _POLICY)),
        ("c.all_of('faqs')", (_FAQ, _POLICY)),
        ("c.count_of('faqs')", (_FAQ, _POLICY)),
        ("c.slice_of('faqs', 0, 2)", (_FAQ, _POLICY)),
        ("c.find('faqs', 'a')", (_OTHER, _POLICY)),
        ("c.find('faqs', 'a')", (_REWRITTEN, _OTHER, _POLICY)),
        ("c.status(policy)", (_FAQ, _OTHER, _POLICY, _NEWER)),
        ("c.referrers(policy)", (_FAQ, _OTHER, _POLICY, _NEWER)),
    ],
)
def test_changed_records_change_the_answers(
    publication: Publication, question: str, entries: tuple[Entry, ...]
) -> None:
    """Records that come, go or change are noticed by those who asked for them."""
    noted = _asked(publication, question)
    other = _other_catalogue(publication, *entries)
    assert Answers(publication).digest(noted) != Answers(other).digest(noted)


def test_other_records_change_nothing(publication: Publication) -> None:
    """Who asked for one record does not mind another."""
    noted = _asked(publication, "c.find('faqs', 'a')")
    other = _other_catalogue(publication, _FAQ)
    assert Answers(publication).digest(noted) == Answers(other).digest(noted)


def test_a_new_day_concerns_who_asked_for_it(publication: Publication) -> None:
    """The day changes states, but not what a record says."""
    day = publication.catalogue.as_of + timedelta(1)
    later = replace(publication, catalogue=replace(publication.catalogue, as_of=day))
    for question, same in (("c.status(policy)", False), ("c.find('faqs', 'a')", True)):
        noted = _asked(publication, question)
        assert (Answers(later).digest(noted) == Answers(publication).digest(noted)) is same


def test_template_is_all_that_it_draws_in(publication: Publication, tmp_path: Path) -> None:
    """A change of a template is noticed by all that extend, import or include it."""
    texts = {"a.html": "{% extends 'b.html' %}", "b.html": '{% include "c.html" %}', "c.html": "c"}
    digests = []
    for said in ("c", "changed"):
        for name, text in (texts | {"c.html": said}).items():
            (tmp_path / name).write_text(text, "utf-8")
        changed = replace(publication, templates=Templates(tmp_path))
        digests.append(Answers(changed).digest([("template", "a.html")]))
    assert digests[0] != digests[1]


def test_template_that_works_out_what_it_draws_in_is_all(tmp_path: Path) -> None:
    """Where the name is not written down, any template may be meant."""
    (tmp_path / "a.html").write_text("{% include name %}", "utf-8")
    (tmp_path / "b.html").write_text("b", "utf-8")
    assert "b.html\0b" in Templates(tmp_path).source("a.html")
