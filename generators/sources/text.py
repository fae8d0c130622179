"""From bytes to text: the encoding, named where it is wrong, and how far one can still read."""

from __future__ import annotations

import codecs

from generators.diagnostics import Diagnostic, Severity, Span

MAX_BYTES = 1_000_000
_MARKED = ((codecs.BOM_UTF16_LE, "utf-16", "UTF-16"), (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"))


class UnreadableError(Exception):
    """A file that cannot be understood at all, with the findings that say why."""

    def __init__(self, *findings: Diagnostic) -> None:
        super().__init__(findings[0].message)
        self.findings = findings


def decode(path: str, data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of a file and what is wrong with its encoding.

    Raise `UnreadableError` where it is too large, or in no encoding that we know.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableError(_too_large(path))
    for mark, encoding, name in _MARKED:
        if data.startswith(mark):
            return _decoded(path, data, encoding, name)
    if data.startswith(codecs.BOM_UTF8):
        text, findings = decode(path, data[len(codecs.BOM_UTF8) :])
        return text, (_marked(path), *findings)
    try:
        return data.decode(), ()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return _decoded(path, data, "gb18030", "GBK", line=line)


def to_utf8(path: str, data: bytes) -> bytes:
    """Return a file in UTF-8 without a mark; raise `UnreadableError` where that is unsafe."""
    return decode(path, data)[0].encode()


def _decoded(
    path: str, data: bytes, encoding: str, name: str, *, line: int = 1
) -> tuple[str, tuple[Diagnostic, ...]]:
    span = Span(path, line, 1, line, 2)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        message, hint = (
            "文件的编码认不出来，可能已经损坏",
            "用编辑器打开看看，另存为 UTF-8 编码再提交",
        )
        raise UnreadableError(Diagnostic("encoding", message, span, hint=hint)) from None
    hint = "运行 catalogue check --fix 自动转换，或者用编辑器另存为 UTF-8 编码"
    return text, (Diagnostic("encoding", f"文件是 {name} 编码，要用 UTF-8", span, hint=hint),)


def _marked(path: str) -> Diagnostic:
    return Diagnostic(
        "encoding",
        "文件开头有 BOM 标记",
        Span(path, 1, 1, 1, 2),
        Severity.HINT,
        hint="运行 catalogue check --fix 自动去掉，不影响内容",
    )


def _too_large(path: str) -> Diagnostic:
    return Diagnostic(
        "file-too-large",
        f"文件超过了 {MAX_BYTES // 1000} KB",
        Span(path, 1, 1, 1, 2),
        hint="一个文件只写一条记录，附件放在 attachments/ 目录",
    )
