"""One file per fault: its docstring is what the editor reads, its `check` finds it.

A fault that a single value or file shows is found where it is read (`sources/`, `records/`);
its file here has no `check`, only the documentation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from generators.diagnostics import Diagnostic
from generators.rules.context import Context


def _rule_modules() -> Iterator[tuple[str, ModuleType]]:
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        if module.name != "context":
            loaded = import_module(f"{__name__}.{module.name}")
            yield module.name.replace("_", "-"), loaded


RULES: Mapping[str, ModuleType] = dict(_rule_modules())


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield the findings of every rule that needs the whole catalogue."""
    for rule in RULES.values():
        if hasattr(rule, "check"):
            yield from rule.check(context)


def explanation(code: str) -> str | None:
    """Return what an editor should know about a fault, or None for an unknown code."""
    rule = RULES.get(code)
    return (rule.__doc__ or "").strip() if rule else None


def title(code: str) -> str:
    """Return the first line of what an editor should know about a fault."""
    return (explanation(code) or "").partition("\n")[0]
