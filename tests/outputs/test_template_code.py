"""Templates say what Jinja's own code would have them say, and fail where it fails."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, Template, UndefinedError
from markupsafe import Markup, escape

from generators.outputs.template_code import DirectEnvironment, written

_MACROS = (
    "{% macro card(title, level=3, note='') %}<h{{ level }}>{{ title }}</h{{ level }}>"
    "{{ note }}{% endmacro %}"
    "{% macro box(title) %}<b>{{ title }}</b>{{ caller(title) }}{% endmacro %}"
    "{% macro any() %}{{ varargs | length }}{{ kwargs | length }}{% endmacro %}"
)
_TEMPLATES = [
    "{{ thing.name }}{{ thing.child.name }}{{ thing.shout('!') }}",
    "{{ card(thing.name) }}{{ card('<i>', 2) }}{{ card('a', note=thing.name) }}",
    "{{ card(note='n', title='t', level=4) }}{{ card(*['a', 2]) }}{{ card(**{'title': 'z'}) }}",
    "{% call(said) box('x&y') %}{{ said }}!{% endcall %}{{ any(1, 2, c=3) }}",
    "{% for part in thing.parts %}{{ loop.index }}{{ part }}{{ ', ' if not loop.last }}{% endfor %}",
    "{{ card(card('a')) ~ '<' }}{{ thing.safe }}{{ 3 }}{{ none }}{{ thing.parts | join('<') }}",
    "{{ thing.named(class='x') }}",
]


_SAFE = Markup("<br>")


@dataclass(frozen=True)
class _Thing:
    name: str
    child: _Thing | None = None
    safe: Markup = _SAFE
    parts: tuple[str, ...] = ("a", "<b>")

    def shout(self, mark: str) -> str:
        return self.name + mark

    def named(self, **names: str) -> str:
        return "".join(names)


def _rendered(environment: Environment, template: str, name: str) -> str:
    return _compiled(environment, template).render(thing=_Thing(name, _Thing("child")))


@cache
def _compiled(environment: Environment, template: str) -> Template:
    return environment.from_string(_MACROS + template)


_JINJA = Environment(autoescape=True, undefined=StrictUndefined)
_DIRECT = DirectEnvironment(autoescape=True, undefined=StrictUndefined)


@pytest.mark.parametrize("template", _TEMPLATES)
@given(name=st.text(st.sampled_from("a中<>&'\" ")))
def test_templates_say_what_jinja_says(template: str, name: str) -> None:
    """Attributes, calls, macros and outputs are the same to the letter."""
    assert _rendered(_DIRECT, template, name) == _rendered(_JINJA, template, name)


@given(st.text() | st.text().map(Markup) | st.integers() | st.none())
def test_values_are_written_as_escaped(value: object) -> None:
    """A value is written as markupsafe escapes it."""
    assert written(value) == escape(value)


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{ thing.nothing }}", AttributeError),
        ("{{ thing.class }}", UndefinedError),
        ("{{ nothing }}", UndefinedError),
        ("{{ nothing.name }}", UndefinedError),
        ("{{ nothing() }}", UndefinedError),
        ("{{ card() }}", UndefinedError),
        ("{{ card('a', colour='red') }}", TypeError),
        ("{{ card('a', title='b') }}", TypeError),
        ("{{ card('a', 2, 'b', 'c') }}", TypeError),
    ],
)
def test_faults_are_not_passed_over(template: str, error: type[Exception]) -> None:
    """What is not there, and arguments nobody takes, stop a page."""
    with pytest.raises(error):
        _rendered(_DIRECT, template, "a")
