"""A small client of yaml-language-server: install it, start it, ask it, listen to it."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from queue import Queue
from typing import IO, Any

from tests.npm import npm_packages

_PACKAGE = Path(__file__).parent
_BIN = Path("node_modules/yaml-language-server/bin/yaml-language-server")
Message = dict[str, Any]


def installed_server() -> Path:
    """Return the server's script, installed where missing."""
    return npm_packages(_PACKAGE) / _BIN


@dataclass
class LanguageServer:
    """A running server; what it publishes about a document is kept by address."""

    out: IO[bytes]
    inbox: Queue[Message | None]
    workspace: Path
    settings: Message
    diagnostics: dict[str, list[Message]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)

    def open(self, texts: Mapping[str, str]) -> list[str]:
        """Open new documents and return their addresses, once all of them have been judged."""
        uris = {(self.workspace / path).as_uri(): text for path, text in texts.items()}
        # An older judgement could be taken for the new one.
        assert not uris.keys() & self.diagnostics.keys()
        for uri, text in uris.items():
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
            self.notify("textDocument/didOpen", {"textDocument": document})
        while uris.keys() - self.diagnostics.keys():
            self._handle(self._received())
        return list(uris)

    def request(self, method: str, params: Message) -> Any:
        """Ask and return the answer, serving meanwhile what the server itself asks."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while (message := self._received()).get("id") != number or "method" in message:
            self._handle(message)
        assert "error" not in message, message
        return message["result"]

    def notify(self, method: str, params: Message) -> None:
        """Tell something that has no answer."""
        self._send({"method": method, "params": params})

    def _handle(self, message: Message) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})

    def _answer(self, request: Message) -> object:
        if request["method"] != "workspace/configuration":
            return None
        return [self._section(item["section"]) for item in request["params"]["items"]]

    def _section(self, name: str) -> object:
        """Return a section of the settings as VS Code would: `yaml.schemas` is in `yaml`."""
        inside = {
            key.removeprefix(f"{name}."): value
            for key, value in self.settings.items()
            if key.startswith(f"{name}.")
        }
        return self.settings.get(name, inside)

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.out.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.out.flush()

    def _received(self) -> Message:
        message = self.inbox.get()
        assert message is not None, "the language server has ended"
        return message


def _listen(stream: IO[bytes], inbox: Queue[Message | None]) -> None:
    """Put every message of *stream* into *inbox*, and None at its end."""
    while header := stream.readline():
        length = int(header.split(b":")[1])
        while stream.readline().strip():
            pass
        inbox.put(json.loads(stream.read(length)))
    inbox.put(None)


@contextmanager
def running_server(workspace: Path, settings: Message) -> Iterator[LanguageServer]:
    """Run a server that has *workspace* open and that is configured with an editor's *settings*."""
    node = shutil.which("node") or "node"
    command = [node, str(installed_server()), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        inbox: Queue[Message | None] = Queue()
        threading.Thread(target=_listen, args=(process.stdout, inbox), daemon=True).start()
        server = LanguageServer(process.stdin, inbox, workspace, settings)
        server.request("initialize", _introduction(workspace))
        server.notify("initialized", {})
        server.notify("workspace/didChangeConfiguration", {"settings": settings})
        yield server
        server.request("shutdown", {})
        server.notify("exit", {})


def _introduction(workspace: Path) -> Message:
    """Return what an editor says of itself: the folder it has open and what it can show."""
    root, formats = workspace.as_uri(), ["markdown"]
    return {
        "processId": None,
        "rootUri": root,
        "workspaceFolders": [{"uri": root, "name": workspace.name}],
        "capabilities": {
            "workspace": {"configuration": True},
            "textDocument": {
                "hover": {"contentFormat": formats},
                "completion": {"completionItem": {"documentationFormat": formats}},
            },
        },
    }
