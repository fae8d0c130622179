"""What is kept of a hand-written page."""

from __future__ import annotations

from generators.outputs import HostPage

_HTML = """<h1>怎么投诉</h1><p>打<strong>12333</strong>，<em>不</em>收费。</p>
<h2 id="a">受理范围<a href="#a">¶</a></h2><h3>受理<br>范围</h3><p><strong class="x">12333</strong></p>"""


def test_page_keeps_what_can_be_read_and_what_is_stressed() -> None:
    """Headings and bold words are told apart from the rest, each once; search weighs them more."""
    page = HostPage.of_html("complaints/", "怎么投诉", _HTML)
    assert page.text == "怎么投诉 打 12333 ， 不 收费。 受理范围 ¶ 受理 范围 12333"
    assert page.stressed == "12333\n受理范围 ¶\n受理 范围"
