"""Tables of hand-written texts: where they are too wide they scroll in a box of their own."""

from __future__ import annotations

# The box takes the focus, so that the arrow keys reach what is beyond its edge (WCAG 2.1.1).
_OPEN = (
    '<div class="table-scroll" tabindex="0" role="group" aria-label="表格"><table class="table">'
)
_CLOSE = "</table></div>"


def scrollable_tables(html: str) -> str:
    """Return rendered Markdown with every table in a box that scrolls."""
    return html.replace("<table>", _OPEN).replace("</table>", _CLOSE)
