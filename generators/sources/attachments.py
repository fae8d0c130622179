"""What can be read in an attachment: its text, place by place, and what a photo tells."""

from __future__ import annotations

import csv
import io
import logging
import os
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generators.sources.files import UNSEEN, Found, Stats, files_below
from generators.sources.office_files import (
    OFFICE_TYPES,
    DamagedError,
    embedded_files,
    office_texts,
)

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_BYTES = 50_000_000
PHOTO = "图片信息"
Texts = Iterator[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class AttachmentText:
    """The texts of an attachment with their places, and why the rest could not be read.

    *digest* is that of the file, empty where it was not read.
    """

    texts: tuple[tuple[str, str], ...] = ()
    fault: str | None = None
    digest: bytes = field(default=b"", compare=False)


def find_attachments(content: Path, *, stats: Stats = UNSEEN) -> list[Found]:
    """Find all files below `attachments/` and those beside the pages, sorted by path.

    Where there are *stats* of the content's files, the folders are not looked at again.
    """
    root = f"{content}{os.sep}"
    attached, pages = f"{root}attachments{os.sep}", f"{root}pages{os.sep}"
    files = [
        (path, stat)
        for folder in (attached, pages)
        for path, stat in (stats.items() if stats else files_below(folder))
        if path.startswith(folder) and not (folder == pages and path.endswith(".md"))
    ]
    return sorted(
        Found(path.removeprefix(root).replace(os.sep, "/"), path, stat) for path, stat in files
    )


def read_attachment(file: Found) -> AttachmentText:
    """Read a file as far as it goes; of a type that is not known nothing is read."""
    if not is_known(file.path):
        return AttachmentText()
    if (size := file.stat.st_size) > MAX_BYTES:
        return AttachmentText(fault=f"文件有 {size // 1_000_000} MB，太大了")
    source = file.read(MAX_BYTES)
    texts: list[tuple[str, str]] = []
    try:
        for text in attachment_texts(source.path, source.data):
            texts.append(text)  # what was read before the damage stays
    except DamagedError as error:
        return AttachmentText(tuple(texts), str(error), source.digest)
    return AttachmentText(tuple(texts), None, source.digest)


def is_known(path: str) -> bool:
    """Tell whether files of this name can be read."""
    return _type(path) in _READERS


def attachment_texts(path: str, data: bytes) -> Texts:
    """Yield the texts of an attachment, each with its place in words, such as “第3页”.

    Raise `DamagedError`, which says why in Chinese, where a file cannot be read on.
    """
    reader = _READERS.get(_type(path))
    if reader:
        yield from reader(data)


def _type(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _plain_texts(data: bytes) -> Texts:
    for number, line in enumerate(_decoded(data).splitlines(), start=1):
        yield f"第{number}行", line


def _csv_texts(data: bytes) -> Texts:
    rows = csv.reader(io.StringIO(_decoded(data), newline=""))
    try:
        for row in rows:
            yield f"第{rows.line_num}行", "\t".join(row)
    except csv.Error:
        raise DamagedError("表格的写法不对") from None


def _decoded(data: bytes) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DamagedError("内容不是文字，或者文字的编码认不出来")


def _office_texts(data: bytes) -> Texts:
    yield from office_texts(data)
    for name, inner in embedded_files(data):
        # One level deep: a file could contain itself.
        reader = office_texts if _type(name) in OFFICE_TYPES else _READERS.get(_type(name))
        for place, text in reader(inner) if reader else ():
            yield f"{name} {place}", text


def _pdf_texts(data: bytes) -> Texts:
    # pypdf and Pillow take a while to import, which content without attachments need not wait for.
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it complains of what it mends itself
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception:
        # pypdf promises no set of exceptions for damaged files; nothing else runs in here.
        raise _damaged_pdf(data) from None
    if locked:
        raise _damaged_pdf(data)
    yield from _pages(reader, data)


def _pages(reader: PdfReader, data: bytes) -> Texts:
    try:
        for number, page in enumerate(reader.pages, start=1):
            yield f"第{number}页", page.extract_text()
        fields = reader.get_fields() or {}
        for name, field in fields.items():
            yield f"表单项 {name}", str(field.get("/V") or "")
        for name, value in (reader.metadata or {}).items():
            yield f"文档属性 {name.lstrip('/')}", str(value)
    except Exception:
        raise _damaged_pdf(data) from None


def _damaged_pdf(data: bytes) -> DamagedError:
    return DamagedError("文件加了密码或者限制" if b"/Encrypt" in data else "文件已经损坏")


_ARTIST, _DESCRIPTION, _EXIF, _GPS = 0x013B, 0x010E, 0x8769, 0x8825
_COMMENT, _OWNER = 0x9286, 0xA430
_NO_TEXT = ("icc_profile", "exif", "photoshop")


def _image_texts(data: bytes) -> Texts:
    from PIL import Image

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=["JPEG", "PNG", "WEBP", "TIFF", "GIF"]) as image,
        ):
            exif, said = image.getexif(), image.info
            camera, gps = exif.get_ifd(_EXIF), exif.get_ifd(_GPS)
    except Exception:
        # Pillow's plugins raise what the damage makes them raise, struct.error to SyntaxError.
        raise DamagedError("图片已经损坏") from None
    # Editors of photos write the place into XMP, too.
    if 2 in gps or 4 in gps or b"exif:GPSLatitude" in data:
        yield PHOTO, "拍摄位置"
    if owner := _words(camera.get(_OWNER)):
        yield PHOTO, f"相机主人：{owner}"
    if artist := _words(exif.get(_ARTIST)):
        yield PHOTO, f"作者：{artist}"
    remarks = [value for key, value in said.items() if key not in _NO_TEXT]
    for value in (exif.get(_DESCRIPTION), camera.get(_COMMENT), *remarks):
        if words := _words(value):
            yield "图片说明", words


def _words(value: object) -> str:
    """Return a remark as text; digits of any encoding stay digits."""
    if isinstance(value, bytes):
        value = value.decode(errors="ignore")
    elif isinstance(value, str):
        # Cameras write UTF-8 where EXIF wants ASCII, and Pillow reads it as Latin-1.
        with suppress(UnicodeError):
            value = value.encode("latin-1").decode()
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


_PLAIN_TYPES = (".txt", ".md", ".json", ".yml", ".xml", ".html", ".htm", ".ics", ".svg")
_IMAGE_TYPES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".gif")
_READERS: Mapping[str, Callable[[bytes], Texts]] = {
    **dict.fromkeys(_PLAIN_TYPES, _plain_texts),
    **dict.fromkeys(OFFICE_TYPES, _office_texts),
    **dict.fromkeys(_IMAGE_TYPES, _image_texts),
    ".csv": _csv_texts,
    ".pdf": _pdf_texts,
}
