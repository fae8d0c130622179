"""A finding: what is wrong, where, how grave, and the way out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from generators.personal_data import hide


class Severity(StrEnum):
    """How grave a finding is; only errors stop a build."""

    ERROR = "错误"
    WARNING = "警告"
    HINT = "提示"


_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: lines and columns count from 1, the end column is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @classmethod
    def within(cls, path: str, text: str, start: int, end: int) -> Span:
        """Return the span of a stretch of a file's text, given by character offsets."""
        return cls(path, *_line_and_column(text, start), *_line_and_column(text, end))

    def below(self, folder: str) -> Span:
        """Return the span with its path below *folder*."""
        return replace(self, path=f"{folder}/{self.path}")


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    lines = f"{text[:offset]}|".splitlines()
    return len(lines), len(lines[-1])


@dataclass(frozen=True, slots=True)
class Note:
    """A further place that matters, with a remark such as “首次出现在这里”."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a file's text, by character offsets, and what takes its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding; *code* names the fault, *message* and *hint* are for the editor.

    *fix* makes the fault go away where only one answer is safe. What a *secret* finding
    points at is not shown. *loc* leads to the field of a record, also to one that is missing
    and has no place in the file.
    """

    code: str
    message: str
    span: Span
    severity: Severity = Severity.ERROR
    hint: str | None = None
    notes: tuple[Note, ...] = ()
    reference: str | None = None
    fix: tuple[Edit, ...] = ()
    secret: bool = False
    loc: tuple[str | int, ...] | None = field(default=None, compare=False, repr=False)

    def below(self, folder: str) -> Diagnostic:
        """Return the finding with its paths below *folder*."""
        notes = tuple(Note(note.span.below(folder), note.text) for note in self.notes)
        return replace(self, span=self.span.below(folder), notes=notes)

    def hidden(self) -> Diagnostic:
        """Return the finding with personal data masked, whatever rule has quoted it."""
        hint = self.hint and hide(self.hint)
        return replace(self, message=hide(self.message), hint=hint)

    @property
    def sort_key(self) -> tuple[Span, int, str, str]:
        """Order by place, then gravity, then code."""
        return (self.span, _GRAVITY[self.severity], self.code, self.message)

    @property
    def is_error(self) -> bool:
        """Tell whether the finding stops a build."""
        return self.severity is Severity.ERROR
