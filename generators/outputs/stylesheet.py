"""The one stylesheet: what the pages need of the theme's, then ours, then every component's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generators.artifacts import Artifact
from generators.outputs.theme_styles import classes_of, matching_rules, read_properties

STYLESHEET = "assets/catalogue.css"
_COMPONENT = re.compile(r"assets/([a-z-]+)/\1\.css")
_THEME_STYLE = re.compile(r"assets/stylesheets/[^/]+\.css")
# The theme's scripts are not loaded, and maps lead into files that are not published.
_NOT_PUBLISHED = re.compile(r"assets/javascripts/.+|assets/stylesheets/.+\.map")


def with_one_stylesheet(
    files: Iterable[Artifact], frames: Sequence[str] = ()
) -> Iterator[Artifact]:
    """Yield *files* with all their stylesheets joined, in their order.

    Of the theme's stay the rules for what stands in the *frames* and pages among the files.
    """
    own: list[bytes] = []
    theme: list[str] = []
    pages = list(frames)
    for file in files:
        if file.path == STYLESHEET:
            own.insert(0, file.data)
        elif _COMPONENT.fullmatch(file.path):
            own.append(file.data)
        elif _THEME_STYLE.fullmatch(file.path):
            theme.append(file.data.decode())
        elif not _NOT_PUBLISHED.fullmatch(file.path):
            if file.path.endswith(".html"):
                pages.append(file.data.decode())
            yield file
    if own or theme:
        yield _joined(theme, b"\n".join(own).decode(), pages)


def _joined(theme: Iterable[str], own: str, pages: Iterable[str]) -> Artifact:
    classes = classes_of(pages)
    needed = "".join(matching_rules(css, classes) for css in theme)
    return Artifact.of_text(
        STYLESHEET, "\n".join(filter(None, (read_properties(needed, own), own)))
    )
