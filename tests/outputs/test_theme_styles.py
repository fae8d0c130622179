"""The theme's stylesheet, cut to what the pages can need."""

from __future__ import annotations

import pytest

from generators.outputs.theme_styles import classes_of, matching_rules, read_properties

CLASSES = frozenset({"a", "b"})


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("p{x:1}", "p{x:1}"),
        (".a{x:1}.c{x:2}", ".a{x:1}"),
        (".a,.c,.b p{x:1}", ".a,.b p{x:1}"),
        (".a .c{x:1}", ""),
        (".a:not(.c){x:1}", ".a:not(.c){x:1}"),
        ("p:is(.c,:not(.d)) .a{x:1}", "p:is(.c,:not(.d)) .a{x:1}"),
        ("@media print{.a{x:1}.c{x:2}}", "@media print{.a{x:1}}"),
        ("@media print{.c{x:2}}", ""),
        ("@supports (x:1){@media print{.a{x:1}}}", "@supports (x:1){@media print{.a{x:1}}}"),
        ('@charset "UTF-8";.c{x:1}', '@charset "UTF-8";'),
        ("@keyframes k{0%{x:1}to{x:2}}.c{x:1}", "@keyframes k{0%{x:1}to{x:2}}"),
        ('.a{x:url("data:,};.c{\'")}.c{x:1}', '.a{x:url("data:,};.c{\'")}'),
        ("/* .a{ */.b{x:1}", ".b{x:1}"),
        ("[data-md-color-primary=red]{x:1}.a{x:2}", ".a{x:2}"),
        ('[title="a,.c"]{x:1}', '[title="a,.c"]{x:1}'),
    ],
)
def test_rules_that_can_match_are_kept_as_they_are(css: str, kept: str) -> None:
    """A rule stays for the selectors whose classes some page has, wherever it stands."""
    assert matching_rules(css, CLASSES) == kept


def test_classes_are_those_of_elements() -> None:
    """Classes are read off attributes of every page, several at once."""
    pages = ['<p class="a b">', '<i data-class="c" class="d">']
    assert classes_of(pages) == {"a", "b", "d"}


def test_properties_that_nobody_reads_are_left_out() -> None:
    """A custom property stays where a rule here or in another stylesheet reads it."""
    css = ':root{--icon:url("data:;{}");--mine:1;--shown:2}p{x:var(--shown)}'
    assert read_properties(css, "q{x:var(--mine)}") == (
        ":root{--mine:1;--shown:2}p{x:var(--shown)}"
    )
