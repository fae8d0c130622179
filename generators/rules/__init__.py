"""One file per fault: its docstring is what the editor reads, its `check` finds it.

A fault that a single value or file shows is found where it is read (`sources/`, `records/`);
its file here has no `check`, only the documentation. A rule that says `IS_LOCAL = True` looks at
each record by itself: at no other one, but at whatever else a context has. What such a rule finds
in many records is what it finds in each, so that after an edit one record is looked at. One that
says `ONLY_KIND` compares records of that kind and looks at nothing else. One that has a
`check_file` looks at each attachment by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from generators.diagnostics import Diagnostic
from generators.records import KINDS
from generators.rules.context import Context
from generators.sources.attachments import AttachmentText


def _rule_modules() -> Iterator[tuple[str, ModuleType]]:
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        if module.name != "context":
            loaded = import_module(f"{__name__}.{module.name}")
            yield module.name.replace("_", "-"), loaded


RULES: Mapping[str, ModuleType] = dict(_rule_modules())


_CHECKING = [rule for rule in RULES.values() if hasattr(rule, "check")]
_LOCAL = [rule for rule in _CHECKING if getattr(rule, "IS_LOCAL", False)]
_OF_KIND = [rule for rule in _CHECKING if hasattr(rule, "ONLY_KIND")]
_OF_FILE = [rule for rule in RULES.values() if hasattr(rule, "check_file")]
_TOGETHER = [rule for rule in _CHECKING if rule not in (*_LOCAL, *_OF_KIND)]


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield the findings of every rule that needs more than a value or a file."""
    yield from check_each(context)
    for kind in KINDS:
        yield from check_kind(context, kind)
    for path, file in context.files.items():
        yield from check_file(path, file)
    yield from check_together(context)


def check_each(context: Context) -> Iterator[Diagnostic]:
    """Yield what the rules find that look at each record by itself."""
    for rule in _LOCAL:
        yield from rule.check(context)


def check_kind(context: Context, kind: str) -> Iterator[Diagnostic]:
    """Yield what the rules find that compare the records of one kind."""
    for rule in _OF_KIND:
        if kind == rule.ONLY_KIND:
            yield from rule.check(context)


def check_file(path: str, file: AttachmentText) -> Iterator[Diagnostic]:
    """Yield what the rules find in an attachment by itself."""
    for rule in _OF_FILE:
        yield from rule.check_file(path, file)


def check_together(context: Context) -> Iterator[Diagnostic]:
    """Yield what the rules find that compare records with one another."""
    for rule in _TOGETHER:
        yield from rule.check(context)


def explanation(code: str) -> str | None:
    """Return what an editor should know about a fault, or None for an unknown code."""
    rule = RULES.get(code)
    return (rule.__doc__ or "").strip() if rule else None


def title(code: str) -> str:
    """Return the first line of what an editor should know about a fault."""
    return (explanation(code) or "").partition("\n")[0]
