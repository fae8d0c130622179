"""The last gate: no file of the site with personal data in what people read gets through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape
from pathlib import PurePosixPath

from generators.artifacts import Artifact, Page
from generators.personal_data import PersonalDatum, notice_data, personal_data

_TEXTS = (".html", ".json", ".xml", ".txt", ".ics", ".csv", ".md")
_MOST = 20
_TAG = re.compile(
    r"<svg\b.*?</svg>|<style\b.*?</style>|<[A-Za-z/](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.S
)
_ATTRIBUTE = re.compile(r"([\w:.\-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
# Attributes that nobody reads: addresses, names of styles, drawings, fingerprints of files.
_UNREAD = {"class", "id", "for", "href", "src", "srcset", "action", "style", "integrity", "nonce"}
_DIALLED = ("tel:", "sms:", "mailto:")
_NAMED = re.compile("出生|生日|住址|地址|户籍|户口")
# For a first look at bytes. Every digit is itself; what may be one of full width is a 9; what
# may be part of a gap is left out. Other bytes keep what stands around them apart.
_WIDE = range(0x90, 0x9A)
_DIGITS = bytes(
    c if chr(c) in "0123456789" else ord("9" if c in _WIDE else "x") for c in range(256)
)
_LIKE = _DIGITS.translate(bytes(ord("9") if chr(c) in "0123456789" else c for c in range(256)))
_GAPS = bytes({*" -\u3000\xa0－‐‑–—−".encode()} - {*_WIDE})
_LEAST = 11  # digits of a number of a person
_ALIKE = b"9" * _LEAST
_RUN = re.compile(rb"[0-9]+")
_CODED = re.compile(rb"&(?:nbsp|#(?!3[49];|x27;))")  # any character but a quotation mark


class PersonalDataError(Exception):
    """A site that must not be published, with the files and masked finds in Chinese."""


def leaks_in(artifact: Artifact) -> tuple[str, ...]:
    """Return a line for everything in a file that must not go out."""
    path = artifact.path
    found = _found(path, _unknown(artifact)) if path.endswith(_TEXTS) else ()
    return tuple(f"  {path}：{datum.kind} {datum.masked}" for datum in found)


def _unknown(artifact: Artifact) -> bytes:
    """Return what must be looked at: of a page in a frame without faults only its own."""
    if isinstance(artifact, Page) and _is_clean(artifact.frame, artifact.path.partition("/")[0]):
        return artifact.own.encode()
    return artifact.data


@lru_cache(maxsize=256)
def _is_clean(frame: str, section: str) -> bool:
    return not any(_found(f"{section}/index.html", frame.encode()))


def refuse(leaks: Sequence[str]) -> None:
    """Raise `PersonalDataError` where anything must not go out."""
    if leaks:
        shown = "\n".join(leaks[:_MOST])
        rest = f"\n  另有 {len(leaks) - _MOST} 处" if len(leaks) > _MOST else ""
        raise PersonalDataError(f"生成的网站里有个人信息，没有发布：\n{shown}{rest}")


def _found(path: str, data: bytes) -> Iterator[PersonalDatum]:
    kind = PurePosixPath(path).suffix
    if kind == ".ics":
        data = data.replace(b"\r\n ", b"")  # long lines are folded anywhere
    notice = kind == ".html" and path.startswith("notices/")
    if not notice and not _may_tell(data):
        return
    text = data.decode(errors="replace")
    if kind == ".html":
        if not _suspicious(text) and not (notice and _NAMED.search(text)):
            return
        text = _read_by_people(text)
    yield from personal_data(text)
    yield from notice_data(text) if notice else ()


def _may_tell(data: bytes) -> bool:
    """Tell, in a fraction of the time of looking, whether there is room for a number.

    No number of a person has less than eleven digits, the first of them not zero.
    """
    alike = data.translate(_LIKE, _GAPS)
    if (place := alike.find(_ALIKE)) < 0:
        return bool(_CODED.search(data))
    digits = data.translate(_DIGITS, _GAPS)
    while place >= 0 and (run := _RUN.match(digits, place)):
        if len(run.group().lstrip(b"0")) >= _LEAST:
            return True
        place = alike.find(_ALIKE, run.end())
    return bool(_CODED.search(data))


def _suspicious(html: str) -> bool:
    """Tell whether a page may hold a number, wherever in its source; most pages do not."""
    spaced = html.replace("&nbsp;", " ").replace("&#160;", " ")
    return any(personal_data(unescape(spaced) if "&#" in spaced else spaced))


def _read_by_people(html: str) -> str:
    """Return the text of a page and of the attributes that are shown, read aloud or dialled."""
    return unescape(_TAG.sub(lambda tag: f"\n{_spoken(tag.group())}", html))


# Most tags of a page stand in many pages.
@lru_cache(maxsize=4096)
def _spoken(tag: str) -> str:
    values = []
    for match in _ATTRIBUTE.finditer(tag) if not tag.startswith(("<svg", "<style")) else ():
        name, value = match[1].lower(), match[2] or match[3] or match[4] or ""
        if name not in _UNREAD or value.startswith(_DIALLED):
            values.append(value)
    return "\n".join([*values, ""])
