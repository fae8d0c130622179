"""The Python that templates are compiled to, without Jinja's detours on the way to a value.

Jinja asks of every attribute whether it may be an item, of every call whether it wants the
context, and makes a text safe that is so already. Our templates need none of it, and without it
a page is made in two thirds of the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import partial
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

# What a macro returns is a text and HTML, so it need not be asked whether it is.
_marked: Callable[[str], Markup] = partial(str.__new__, Markup)
_SPECIAL = re.compile("[&<>'\"]").search


def written(value: object) -> str:
    """Return a value as HTML, as `escape` does; nobody looks again at whether it is safe."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str and not _SPECIAL(value):  # type: ignore[call-overload]
        return value  # type: ignore[return-value]
    return escape(value)


class DirectMacro(Macro):
    """A macro that gets its arguments at once."""

    def __call__(self, *args: Any, **named: Any) -> str:
        """Call it with arguments by place and by name."""
        if self.caller or self.catch_varargs or self.catch_kwargs:
            return super().__call__(*args, **named)
        rest = self.arguments[len(args) :]
        if named.keys() - rest or len(args) > len(self.arguments):
            return super().__call__(*args, **named)  # which says what is wrong
        return _marked(self._func(*args, *[named.get(name, missing) for name in rest]))


class DirectCode(CodeGenerator):
    """Writes attributes, calls and outputs as Python has them."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an attribute, which is never an item."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Write a call; nothing that a template calls wants the context."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(named.key) for named in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro."""
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.")
        super()._output_child_pre(node, frame, finalize)


class DirectEnvironment(Environment):
    """An environment whose templates are compiled so."""

    code_generator_class = DirectCode
    Macro = DirectMacro
    escape = staticmethod(written)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template in one piece: every rendering copies them."""
        return {**self.globals, **(d or {})}
