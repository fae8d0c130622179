"""How a file is laid out: what the reader says about tabs, colons, spaces and order."""

from __future__ import annotations

from generators.sources import layout
from generators.sources.yaml_tree import compose

PATH = "faqs/a.yml"


def test_full_width_colons_are_found_after_keys_only() -> None:
    """A colon in a Chinese sentence is a colon in a sentence."""
    text = "title：一\nsummary: 他说：好\n- kind：二\n"
    found = list(layout.syntax_faults(PATH, text))
    assert [(f.code, f.span.line, f.span.column) for f in found] == [
        ("full-width-punctuation", 1, 6),
        ("full-width-punctuation", 3, 7),
    ]


def test_trailing_spaces_are_found_outside_block_texts() -> None:
    """Markdown's line breaks inside a block text are no fault."""
    text = "title: 一 \nbody: |\n  行  \n  行\nsummary: 二\t\n"
    found = list(layout.trailing_spaces(PATH, text, compose(PATH, text)))
    assert [(f.span.line, f.span.column, f.span.end_column) for f in found] == [
        (1, 9, 10),
        (5, 11, 12),
    ]


def test_order_is_judged_at_the_first_key_out_of_place() -> None:
    """The finding stands at the first key that should come later."""
    text = "a: 1\nc: 3\nb: 2\n"
    (found,) = layout.key_order(PATH, text, compose(PATH, text), ("a", "b", "c"))
    assert (found.span.line, found.message) == (2, "字段的顺序和手册不一样，从“c”开始")


def test_unknown_keys_may_stand_at_the_end() -> None:
    """A key that the model does not know is another finding's business."""
    text = "a: 1\nb: 2\nz: 3\n"
    assert list(layout.key_order(PATH, text, compose(PATH, text), ("a", "b"))) == []
