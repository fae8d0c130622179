"""What hampers reading counts against a mask, as the standard has it."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from segno.encoder import evaluate_mask

from generators.outputs.qr_penalties import penalty

WIDTH = 21
# Rows of chance have few runs and corners.
_PARTS = ["1011101", "0000", "11111", "1", "0"]


@given(st.integers(0, 2**32), st.sampled_from([["1", "0"], _PARTS]))
@settings(max_examples=30, deadline=None)
def test_penalty_is_segnos(seed: int, parts: list[str]) -> None:
    """Runs, squares, corners and the share of dark count as they do in segno."""
    dice = Random(seed)
    rows = ["".join(dice.choices(parts, k=WIDTH))[:WIDTH] for _ in range(WIDTH)]
    matrix = [bytearray(map(int, row)) for row in rows]
    segnos = evaluate_mask(matrix, WIDTH, WIDTH)  # type: ignore[no-untyped-call]
    assert penalty(int("".join(rows), 2), WIDTH) == segnos


def test_chequered_code_is_without_fault() -> None:
    """Nothing is alike beside, below or at large."""
    assert penalty(int(("10" * WIDTH**2)[: WIDTH**2], 2), WIDTH) == 0


def test_a_code_of_one_colour_is_the_worst() -> None:
    """Runs in every row and column, squares everywhere, and nothing light."""
    runs = 2 * WIDTH * (WIDTH - 2)
    squares = 3 * (WIDTH - 1) ** 2
    assert penalty(2 ** (WIDTH * WIDTH) - 1, WIDTH) == runs + squares + 100
