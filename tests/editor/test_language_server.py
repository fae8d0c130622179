"""What somebody who writes a record in VS Code is offered, told and warned of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generators.catalogue import Catalogue
from generators.outputs.editor_schemas import editor_schemas
from tests.conftest import ROOT
from tests.editor.content import files_by_schema, known_ids, settings
from tests.editor.language_server import LanguageServer, running_server

# Where the cursor stands in a text.
CURSOR = "█"


@pytest.fixture(scope="module")
def server(
    catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LanguageServer]:
    """Return a server with the project's settings, in a folder that has only its schemas."""
    workspace = tmp_path_factory.mktemp("workspace")
    folder = workspace / ".cache" / "schemas"
    folder.mkdir(parents=True)
    for artifact in editor_schemas(catalogue, known_ids()):
        (folder / artifact.path).write_bytes(artifact.data)
    with running_server(workspace, settings()) as running:
        yield running


def _open(server: LanguageServer, kind: str, text: str) -> str:
    """Open *text* as a new record and return its address."""
    (uri,) = server.open({f"content/{kind}/new-{len(server.diagnostics)}.yml": text})
    return uri


def _ask(server: LanguageServer, method: str, kind: str, text: str) -> Any:
    """Open *text* without the cursor in it and ask about the place where it stood."""
    before, _, after = text.partition(CURSOR)
    line, character = before.count("\n"), len(before) - before.rfind("\n") - 1
    return server.request(
        method,
        {
            "textDocument": {"uri": _open(server, kind, before + after)},
            "position": {"line": line, "character": character},
        },
    )


def _offered(server: LanguageServer, kind: str, text: str) -> dict[str, Any]:
    """Return what is offered at the cursor, with its explanation."""
    items = _ask(server, "textDocument/completion", kind, text)["items"]
    return {item["label"]: item.get("documentation") for item in items}


def _complaints(server: LanguageServer, uri: str) -> list[str]:
    return [found["message"] for found in server.diagnostics[uri]]


@pytest.mark.parametrize("text", ["audiences: [█]\n", "audiences:\n  - █\n"])
def test_a_vocabulary_is_offered(server: LanguageServer, text: str) -> None:
    """Inside a list of audiences the labels are offered, each with its explanation."""
    offered = _offered(server, "policies", text)
    assert offered["高校毕业生"] == "在校和毕业5年内的大学生，含大学生村官、留学回国学生"


def test_an_existing_record_is_offered_with_its_title(server: LanguageServer) -> None:
    """Nobody has to remember an id: the list shows the titles."""
    offered = _offered(server, "policies", "procedures:\n  - █\n")
    assert offered["complaint-handling"] == "服务投诉处理"


def test_a_window_is_offered(server: LanguageServer) -> None:
    """A place to apply is chosen among the windows of the institutions."""
    text = "places:\n  windows:\n    - █\n"
    offered = _offered(server, "procedures", text)
    assert "municipal-hall#投诉接待窗口" in offered


def test_a_key_is_offered_with_its_explanation(server: LanguageServer) -> None:
    """The keys of a kind are offered with what they are for."""
    offered = _offered(server, "faqs", "title: 怎么办？\nsum█\n")
    assert "用大白话写" in str(offered["summary"])


def test_hovering_over_a_key_teaches_it(server: LanguageServer) -> None:
    """The Chinese name and the way to write it appear over a key."""
    text = "upd█ated_on: 2026-11-02\n"
    hover = _ask(server, "textDocument/hover", "faqs", text)
    assert "#### 更新日期" in hover["contents"]["value"]
    assert "日期写成 2026-01-31 的样子" in hover["contents"]["value"]


def test_hovering_over_a_key_that_takes_either_teaches_both(server: LanguageServer) -> None:
    """What may be written instead of a list is said over the key."""
    hover = _ask(server, "textDocument/hover", "procedures", "compl█aints: inherit\n")
    assert "#### 监督投诉方式" in hover["contents"]["value"]
    assert "写 inherit 表示使用全站的四种投诉渠道" in hover["contents"]["value"]


def test_hovering_over_an_id_names_the_record(server: LanguageServer) -> None:
    """What an id stands for can be read without opening its file."""
    text = "procedures: [complaint-█handling]\n"
    hover = _ask(server, "textDocument/hover", "policies", text)
    assert "服务投诉处理" in hover["contents"]["value"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("sumary: 一句话", "Property sumary is not allowed."),
        ("updated_on: 2026-02-30", "日期写成 2026-01-31 的样子"),
        ("updated_on: 20260131", "日期写成 2026-01-31 的样子"),
        ("audiences: [大学生]", "从 content/vocabularies/audiences.yml 的名称里选"),
        (
            "procedures: [complain]",
            "写办事指南的编号，就是 content/procedures/ 里不带 .yml 的文件名",
        ),
        ("sample: no", "写“是”或“否”"),
    ],
)
def test_a_fault_is_marked_while_it_is_typed(
    server: LanguageServer, line: str, complaint: str
) -> None:
    """Misspelt keys, wrong shapes and unknown values are marked at once."""
    assert complaint in _complaints(server, _open(server, "faqs", f"{line}\n"))


def test_nothing_is_marked_in_the_content(server: LanguageServer) -> None:
    """Every file of the project's content is as its schema wants it."""
    files = [file for group in files_by_schema().values() for file in group]
    texts = {file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in files}
    opened = zip(texts, server.open(texts), strict=True)
    marked = {path: found for path, uri in opened if (found := _complaints(server, uri))}
    assert marked == {}
