"""The texts of Word, Excel and PowerPoint files: zipped XML, read without trust."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import PurePosixPath
from xml.parsers import expat

OFFICE_TYPES = (".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx", ".pptx", ".pptm")
MAX_UNPACKED = 50_000_000
MAX_GAP = 100  # a million rows with a cell in the last column would fill the memory
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_STRANGE = "里面有办公软件不会写的内容，可能是攻击"
Texts = Iterator[tuple[str, str]]


class DamagedError(Exception):
    """An attachment that cannot be read on, and why, in Chinese."""


def office_texts(data: bytes) -> Texts:
    """Yield the texts of a file, deleted and hidden ones too; a row's cells are tabs apart."""
    with _opened(data) as package:
        parts = sorted(name for name in package.namelist() if name.endswith(".xml"))
        yield from _sheets(package, [p for p in parts if p.startswith("xl/worksheets/")])
        for part in parts:
            if part.startswith(("word/", "ppt/", "docProps/", "xl/comments", "xl/drawings/")):
                everything = part.startswith("docProps/")
                text = _text(_part(package, part), everything=everything)
                if text.strip():
                    yield _place(part), text


def embedded_files(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and bytes of the pictures and files within a file."""
    with _opened(data) as package:
        for name in sorted(package.namelist()):
            if "/media/" in name or "/embeddings/" in name:
                yield PurePosixPath(name).name, _part(package, name)


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.startswith(_OLD_OR_LOCKED):
        raise DamagedError("文件加了密码，或者是旧格式改了名字")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except Exception:
        # zipfile lets struct.error, ValueError and others through where bytes are damaged.
        raise DamagedError("文件已经损坏") from None
    infos = package.infolist()
    if any(info.flag_bits & 1 for info in infos):
        raise DamagedError("文件加了密码")
    # zipfile stops at the size that is declared, so the sum can be believed.
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise DamagedError(f"解压以后超过 {MAX_UNPACKED // 1_000_000} MB，{_STRANGE}")
    return package


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    try:
        return package.read(name)
    except Exception:
        # What a damaged part raises depends on how it is packed: zlib.error, LZMAError, ….
        raise DamagedError("文件已经损坏") from None


def _place(part: str) -> str:
    slide = re.fullmatch(r"ppt/slides/slide(\d+)\.xml", part)
    return f"第{slide[1]}页" if slide else PurePosixPath(part).name


Event = tuple[str, str, Mapping[str, str]]


def _events(data: bytes) -> Iterator[Event]:
    """Yield what stands in XML: (start, name, attributes), (end, name, …), (text, text, …).

    Names come without namespace. Entities are refused with the DTD that would declare them:
    they could read other files, or grow without end.
    """
    events: list[Event] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: events.append(
        ("start", _local(tag), {_local(key): value for key, value in attributes.items()})
    )
    parser.EndElementHandler = lambda tag: events.append(("end", _local(tag), {}))
    parser.CharacterDataHandler = lambda text: events.append(("text", text, {}))
    parser.StartDoctypeDeclHandler = _refuse
    for start in range(0, len(data) + 1, 1 << 16):
        chunk = data[start : start + (1 << 16)]
        try:
            parser.Parse(chunk, start + (1 << 16) > len(data))
        except expat.ExpatError:
            raise DamagedError("文件已经损坏") from None
        yield from events
        events.clear()


def _refuse(*declaration: object) -> None:
    raise DamagedError(_STRANGE)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


_RUNS = ("t", "delText", "instrText", "text")
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _text(data: bytes, *, everything: bool = False) -> str:
    """Return the text of a document: a paragraph or a table's row a line."""
    pieces: list[str] = []
    inside = everything
    for event, name, _ in _events(data):
        if event == "text" and inside:
            pieces.append(name)
        elif event == "start" and name in _BREAKS and not everything:
            pieces.append(_BREAKS[name])
        elif event != "text" and name in _RUNS:
            inside = event == "start" or everything
        elif event == "end" and (name in ("p", "tr", "comment") or everything):
            pieces.append("\n")
        elif event == "end" and name == "tc":
            # The last paragraph of a cell ends with the cell.
            pieces[-1:] = ["\t"] if pieces[-1:] == ["\n"] else [*pieces[-1:], "\t"]
    return "".join(pieces)


def _sheets(package: zipfile.ZipFile, parts: list[str]) -> Texts:
    if not parts:
        return
    names, shared = _sheet_names(package), _shared_strings(package)
    for part in parts:
        name = names.get(part, PurePosixPath(part).stem)
        for number, cells in _rows(_part(package, part), shared):
            if any(cells):
                yield f"工作表 {name} 第{number}行", "\t".join(cells)


def _sheet_names(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the names of sheets by their part, which the workbook links by an id."""
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= set(package.namelist()):
        return {}
    links = {
        link["Id"]: str(PurePosixPath("xl") / link["Target"]).lstrip("/")
        for link in _elements(package, "xl/_rels/workbook.xml.rels", "Relationship")
        if {"Id", "Target"} <= link.keys()
    }
    sheets = _elements(package, "xl/workbook.xml", "sheet")
    return {links.get(s.get("id", ""), ""): s.get("name", "") for s in sheets}


def _elements(package: zipfile.ZipFile, part: str, wanted: str) -> Iterator[Mapping[str, str]]:
    for event, name, attributes in _events(_part(package, part)):
        if event == "start" and name == wanted:
            yield attributes


def _shared_strings(package: zipfile.ZipFile) -> list[str]:
    strings: list[str] = []
    if "xl/sharedStrings.xml" not in package.namelist():
        return strings
    inside = False
    for event, name, _ in _events(_part(package, "xl/sharedStrings.xml")):
        if event == "start" and name == "si":
            strings.append("")
        elif event == "text" and inside and strings:
            strings[-1] += name
        elif event != "text" and name == "t":
            inside = event == "start"
    return strings


def _rows(data: bytes, shared: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet with their numbers; each cell stands in its column."""
    number, kind, value, inside = 0, "", "", False
    cells: list[str] = []
    for event, name, attributes in _events(data):
        if event == "start" and name == "row":
            number, cells = _row_number(attributes, number), []
        elif event == "start" and name == "c":
            kind, value = attributes.get("t", ""), ""
            gap = _column(attributes.get("r", "")) - len(cells)
            cells += [""] * min(gap, MAX_GAP)
        elif event != "text" and name in ("v", "t"):
            inside = event == "start"
        elif event == "text" and inside:
            value += name
        elif event == "end" and name == "c":
            cells.append(_CELLS.get(kind, _number)(value, shared))
        elif event == "end" and name == "row":
            yield number, cells


def _row_number(attributes: Mapping[str, str], last: int) -> int:
    written = attributes.get("r", "")
    return int(written) if re.fullmatch(r"\d{1,7}", written) else last + 1


def _column(reference: str) -> int:
    """Return the place of a cell such as `C12`, counted from 0; 0 where none is written."""
    letters = re.match(r"[A-Z]{1,3}(?=\d)", reference)
    place = 0
    for letter in letters.group() if letters else "A":
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _shared(value: str, shared: list[str]) -> str:
    known = value.isascii() and value.isdigit() and int(value) < len(shared)
    return shared[int(value)] if known else ""


def _number(value: str, shared: list[str]) -> str:
    """Return a number as people see it: a long one may be stored as 1.3800138E10."""
    try:
        number = Decimal(value) if "E" in value.upper() and len(value) < 40 else None
    except InvalidOperation:
        return value
    if number is None or not 0 <= number.adjusted() < 30:
        return value
    return format(number, "f") if number.is_finite() else value


_CELLS: Mapping[str, Callable[[str, list[str]], str]] = {
    "s": _shared,
    **dict.fromkeys(("str", "inlineStr", "b", "e", "d"), lambda value, shared: value),
}
