"""From bytes to text: the encoding is named, and nothing is silently lost."""

from __future__ import annotations

import pytest

from generators.diagnostics import Diagnostic, Severity, Span
from generators.sources.text import MAX_BYTES, UnreadableError, decode, to_utf8

PATH = "faqs/a.yml"
TEXT = "title: ok\nsummary: 说明\n"


def refused(data: bytes) -> Diagnostic:
    """Return the finding on bytes that are no text."""
    with pytest.raises(UnreadableError) as caught:
        decode(PATH, data)
    (found,) = caught.value.findings
    return found


def test_utf8_is_read_without_a_finding() -> None:
    """A file as it should be is read as it is."""
    assert decode(PATH, TEXT.encode()) == (TEXT, ())


@pytest.mark.parametrize(("encoding", "name", "line"), [("gbk", "GBK", 2), ("utf-16", "UTF-16", 1)])
def test_other_encodings_are_named(encoding: str, name: str, line: int) -> None:
    """A file in GBK or UTF-16 is read, and is an error at the first line that shows it."""
    text, (found,) = decode(PATH, TEXT.encode(encoding))
    assert text == TEXT
    assert (found.code, found.severity) == ("encoding", Severity.ERROR)
    assert found.message == f"文件是 {name} 编码，要用 UTF-8"
    assert found.span == Span(PATH, line, 1, line, 2)


def test_big_endian_is_read_as_well() -> None:
    """Both orders of the bytes of UTF-16 are known by their mark."""
    assert decode(PATH, b"\xfe\xff" + TEXT.encode("utf-16-be"))[0] == TEXT


def test_byte_order_mark_is_accepted() -> None:
    """A mark that some editors put at the beginning of a file is a hint and no part of it."""
    text, (found,) = decode(PATH, TEXT.encode("utf-8-sig"))
    assert (text, found.severity) == (TEXT, Severity.HINT)


def test_unknown_bytes_are_refused() -> None:
    """Bytes that are no text in any known encoding are refused at their line."""
    found = refused(b"title: ok\nsummary: \xff\xff\n")
    assert (found.code, found.span) == ("encoding", Span(PATH, 2, 1, 2, 2))


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf\xff\n", b"\xef\xbb\xbftitle: \xcc\xe2\n"])
def test_wrong_bytes_after_a_mark_are_an_error(data: bytes) -> None:
    """A mark does not excuse bytes that are not UTF-8: they must not be published as �."""
    try:
        found = decode(PATH, data)[1]
    except UnreadableError as error:
        found = error.findings
    assert [finding.code for finding in found if finding.is_error] == ["encoding"]


def test_too_large_file_is_refused() -> None:
    """A file of up to a megabyte is read, a larger one is not."""
    assert decode(PATH, b"a" * MAX_BYTES) == ("a" * MAX_BYTES, ())
    found = refused(b"a" * (MAX_BYTES + 1))
    assert (found.code, found.message) == ("file-too-large", "文件超过了 1000 KB")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_conversion_keeps_the_text(encoding: str) -> None:
    """Converted to UTF-8 a file says what it said."""
    assert to_utf8(PATH, TEXT.encode(encoding)) == TEXT.encode()
