"""What characters are compared as: the same for many texts at once as for one."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from generators.search.analysis import compared, compared_alone
from generators.search.characters import characters

_SAID = st.text("财金〔2023〕（]［９75號…ﬁe\u0301 \n") | st.text(
    alphabet=st.characters(codec="utf-8")
)


@given(st.lists(_SAID))
@example(["财金〔2023〕75号", "(2023(2024)", "〔2023", "〕", "［２０２３］…"])
def test_texts_are_compared_as_each_alone(texts: list[str]) -> None:
    """Each text becomes what one text becomes, with an end of line behind it."""
    found = characters(texts)
    lines = "".join(map(chr, found.codes)).removesuffix("\n" * 6)
    assert lines == "".join(f"{compared(text)}\n" for text in texts)
    owners = [n for n, text in enumerate(texts) for _ in f"{compared(text)}\n"]
    assert found.texts[: len(owners)].tolist() == owners


def test_what_was_compared_is_compared_as_itself() -> None:
    """A text that had to be compared as a whole may be looked up character by character after."""
    every = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    lone = {*filter(None, map(compared_alone, every))}
    assert "保" in lone
    assert [character for character in lone if compared(character) != character] == []
