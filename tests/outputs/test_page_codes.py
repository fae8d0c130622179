"""The codes of pages: the same as segno's, only sooner."""

from __future__ import annotations

import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.outputs.page_codes import page_code
from generators.outputs.qr_codes import drawing

_ADDRESS = "abcdefghijklmnopqrstuvwxyz0123456789-_./:#?=&%~"


def _segno(address: str) -> str:
    code = segno.make(address, error="l", micro=False, boost_error=False, mask=3)
    return drawing(code, "这个网页的二维码")


@given(st.integers(1, 110).flatmap(lambda n: st.text(_ADDRESS, min_size=n, max_size=n)))
@settings(max_examples=60, deadline=None)
def test_code_is_the_one_segno_draws(address: str) -> None:
    """Every address of every length has the code that segno makes of it."""
    assert page_code(address) == _segno(address)


def test_other_addresses_have_their_code_too() -> None:
    """What is written in another way, or is longer than most addresses, is left to segno."""
    for address in (
        "HTTPS://A.EXAMPLE/",
        "https://示例.example/",
        f"https://a.example/{'a' * 200}/",
    ):
        assert page_code(address) == _segno(address)
