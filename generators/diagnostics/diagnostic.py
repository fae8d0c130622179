"""A finding: what is wrong, where, how grave, and the way out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


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

    def below(self, folder: str) -> Span:
        """Return the span with its path below *folder*."""
        return replace(self, path=f"{folder}/{self.path}")


@dataclass(frozen=True, slots=True)
class Note:
    """A further place that matters, with a remark such as “首次出现在这里”."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding; *code* names the fault, *message* and *hint* are for the editor."""

    code: str
    message: str
    span: Span
    severity: Severity = Severity.ERROR
    hint: str | None = None
    notes: tuple[Note, ...] = ()
    reference: str | None = None

    def below(self, folder: str) -> Diagnostic:
        """Return the finding with its paths below *folder*."""
        notes = tuple(Note(note.span.below(folder), note.text) for note in self.notes)
        return replace(self, span=self.span.below(folder), notes=notes)

    @property
    def sort_key(self) -> tuple[Span, int, str, str]:
        """Order by place, then gravity, then code."""
        return (self.span, _GRAVITY[self.severity], self.code, self.message)

    @property
    def is_error(self) -> bool:
        """Tell whether the finding stops a build."""
        return self.severity is Severity.ERROR
