"""What a judge says: a state, the reason in plain Chinese, and where to see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from generators.sources import Entry

_SHOWN = 2
_NAMED = 4
_MOST = 8


class State(StrEnum):
    """The four states of a verdict."""

    PASSED = "通过"
    FAILED = "未通过"
    INAPPLICABLE = "不适用"
    UNSTATED = "待声明"

    @property
    def tone(self) -> str:
        """Return the visual tone of the word, as `Status` has it."""
        return _TONES[self]


_TONES = {
    State.PASSED: "open",
    State.FAILED: "soon",
    State.INAPPLICABLE: "over",
    State.UNSTATED: "ahead",
}
# The worst of several verdicts is the verdict.
_WORST = (State.FAILED, State.UNSTATED, State.INAPPLICABLE, State.PASSED)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something to look at: a path of the site, an address, or only a name."""

    name: str
    path: str = ""

    @property
    def is_address(self) -> bool:
        """Tell whether the path leads to another site."""
        return "://" in self.path


@dataclass(frozen=True, slots=True)
class Verdict:
    """A state with its reason and evidence."""

    state: State
    reason: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def passes(self) -> bool:
        """Tell whether the clause is kept."""
        return self.state is State.PASSED


def links(entries: Sequence[Entry], most: int = _SHOWN) -> tuple[Evidence, ...]:
    """Return the first entries as evidence."""
    return tuple(Evidence(entry.record.title, entry.path) for entry in entries[:most])


def shown(what: str, entries: Sequence[Entry], *, least: int = 1) -> Verdict:
    """Pass where there are enough entries to look at."""
    if len(entries) >= least:
        return Verdict(State.PASSED, f"{what}{len(entries)}个", links(entries))
    lack = f"没有{what}" if not entries else f"{what}只有{len(entries)}个，要有{least}个"
    return Verdict(State.FAILED, lack, links(entries))


def ensured(kept: object, said: str, otherwise: str, evidence: Sequence[Evidence] = ()) -> Verdict:
    """Pass with *said* where something is kept, fail with *otherwise* where it is not."""
    if kept:
        return Verdict(State.PASSED, said, tuple(evidence))
    return Verdict(State.FAILED, otherwise, tuple(evidence))


def faultless(
    said: str, fault: str, wrong: Sequence[Entry], evidence: Sequence[Entry] = ()
) -> Verdict:
    """Pass with *said* where no entry is wrong; else name the fault and the entries."""
    if not wrong:
        return Verdict(State.PASSED, said, links(evidence))
    names = "、".join(f"《{entry.record.title}》" for entry in wrong[:_NAMED])
    count = f"等{len(wrong)}个" if len(wrong) > _NAMED else ""
    return Verdict(State.FAILED, f"{fault}：{names}{count}", links(wrong, _NAMED))


def together(*verdicts: Verdict) -> Verdict:
    """Return the worst state, with the reasons for it and something to see for each."""
    state = next(state for state in _WORST if any(v.state is state for v in verdicts))
    decisive = [v for v in verdicts if v.state is state] if state is not State.PASSED else verdicts
    reasons = dict.fromkeys(v.reason.rstrip("。；") for v in decisive)
    # The first of each before the second of any.
    rounds = zip_longest(*(v.evidence for v in decisive))
    evidence = dict.fromkeys(proof for proofs in rounds for proof in proofs if proof)
    return Verdict(state, "；".join(reasons) + "。", tuple(evidence)[:_MOST])
