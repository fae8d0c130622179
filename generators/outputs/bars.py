"""A thin bar that shows what the words beside it say: a part of a whole."""

from __future__ import annotations

from markupsafe import Markup


def bar(part: int, whole: int) -> Markup:
    """Return a bar filled as far as *part* goes into *whole*; nothing of nothing."""
    if whole <= 0:
        return Markup("")
    return Markup(
        '<svg class="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="share-bar__whole" width="100" height="6"/>'
        '<rect class="share-bar__part" width="{}" height="6"/></svg>'
    ).format(max(0, min(100, part * 100 // whole)))
