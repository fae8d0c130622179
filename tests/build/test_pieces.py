"""A page is looked at through its frame as if it were looked at whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generators.artifacts import Artifact, Page
from generators.build.pieces import Piece
from generators.outputs.frames import Frame

_CHROME = (
    '<title>%%catalogue:title%%</title><meta name="description" content="%%catalogue:description%%">'
    '<link rel="canonical" href="https://www.shili.example/%%catalogue:path%%">%%catalogue:meta%%'
    '<a href="../../policies/">政策</a><a href="../">上一级</a><nav id="nav">{}</nav>'
    '<script>document.title</script><main id="main">%%catalogue:body%%</main>'
)
_MOBILE = "13912345678"
_TEXTS = st.sampled_from(
    ["创业", _MOBILE, "1391234", "5678", "住址：示例市一号楼3室", "出生于1990-01-02", "&#160;"]
)
_HTML = st.lists(
    _TEXTS
    | st.sampled_from(
        [
            '<p id="nav">',
            '<a href="#a">',
            '<a href="../../courses/">',
            '<a href="../b/">',
            '<h2 id="a">',
            '<img src="c.png">',
            f'<a href="tel:{_MOBILE}">',
            f'<a href="https://www.shili.example/{_MOBILE}">',
            "<script>1</script>",
        ]
    ),
    max_size=5,
).map("".join)


@given(
    path=st.sampled_from(["policies/a/", "notices/a/", f"policies/{_MOBILE}/"]),
    chrome=_HTML,
    title=_TEXTS,
    description=_TEXTS,
    body=_HTML,
)
def test_frame_hides_nothing(
    path: str, chrome: str, title: str, description: str, body: str
) -> None:
    """Links, ids, scripts and personal data are found wherever they stand."""
    frame = Frame.cut(_CHROME.format(chrome))
    own = {"title": title, "description": description, "meta": "", "body": body}
    html = frame.fill(own | {"path": path})
    page = Page(f"{path}index.html", html.encode(), "\n".join(own.values()), frame.html)
    seen, whole = Piece.of(page), Piece.of(Artifact(page.path, page.data))
    assert set(seen.leaks) == set(whole.leaks)
    assert (seen.fingerprint, seen.scripts) == (whole.fingerprint, whole.scripts)
    assert seen.links
    assert whole.links
    assert seen.links.ids == whole.links.ids
    assert set(seen.links.targets) == set(whole.links.targets)
