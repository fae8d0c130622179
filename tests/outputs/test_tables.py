"""Tables of hand-written texts."""

from __future__ import annotations

from generators.outputs.tables import scrollable_tables
from generators.outputs.templates import markdown


def test_table_stands_in_a_box_that_takes_the_focus() -> None:
    """Whoever has no mouse can scroll a wide table."""
    html = scrollable_tables("<p>a</p><table><tr></tr></table>")
    assert html.startswith('<p>a</p><div class="table-scroll" tabindex="0"')
    assert html.endswith("</table></div>")


def test_tables_of_records_do_too() -> None:
    """Markdown in a record is treated like that of a page."""
    assert 'class="table-scroll"' in markdown("|a|\n|-|\n|b|\n")
