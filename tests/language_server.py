"""The real yaml-language-server, as an editor runs it: a process that is spoken to over its standard streams.

It is taken from npm, once, into a folder of its own: `UNTAKEN_TEST_CACHE` names it, else it is `~/.cache/untaken-tests`.
"""

import itertools
import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

# The last release that runs on Node.js 20.
PACKAGE, RELEASE = "yaml-language-server", "1.25.0"
SECONDS = 60

Message = dict[str, Any]

SETTINGS: Message = {
    "yaml": {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True},
    "http": {"proxy": "", "proxyStrictSSL": True},
    "[yaml]": {"editor.tabSize": 2},
}


def language_server() -> Path:
    """The script to be run with node. Skips the test where node, npm or the package cannot be had."""
    missing = [name for name in ("node", "npm") if not shutil.which(name)]
    if missing:
        pytest.skip(f"the language server runs on Node.js, and this machine has no {' and no '.join(missing)}")
    cache = Path(os.environ.get("UNTAKEN_TEST_CACHE") or Path.home() / ".cache" / "untaken-tests")
    folder = cache / f"{PACKAGE}-{RELEASE}"
    script = folder / "node_modules" / PACKAGE / "bin" / PACKAGE
    if not script.exists():
        install(folder)
    return script


def install(folder: Path) -> None:
    """Install the package into a folder, whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = folder.with_name(f"{folder.name}.{os.getpid()}")
    line = [
        "npm",
        "install",
        "--prefix",
        str(fresh),
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--fetch-retries=1",
    ]
    fresh.mkdir()
    done = subprocess.run([*line, f"{PACKAGE}@{RELEASE}"], capture_output=True, text=True)
    if done.returncode != 0:
        shutil.rmtree(fresh)
        cause = next((each for each in done.stderr.splitlines() if each.startswith("npm error")), "it does not say why")
        pytest.skip(f"npm cannot install {PACKAGE} {RELEASE}: {cause}")
    try:
        fresh.rename(folder)
    except OSError:
        # Another process was faster.
        shutil.rmtree(fresh)


class Editor:
    """As much of an editor as speaks to a language server: opens texts, asks, and hears of problems."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process = process
        self.numbers = itertools.count(1)
        self.answers: dict[int, Message] = {}
        self.problems: dict[str, list[Message]] = {}
        self.heard: queue.Queue[Message | None] = queue.Queue()
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self._ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": CAPABILITIES})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def leave(self) -> None:
        """Let the server end, and hear it out."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self.listener.join(SECONDS)

    def diagnose(self, path: Path, text: str) -> list[tuple[int, str]]:
        """The problems of a text as if it stood in this file: line, counted from 1, and message, in order."""
        uri = self._open(path, text)
        while uri not in self.problems:
            self._hear()
        found = sorted((each["range"]["start"]["line"] + 1, each["message"]) for each in self.problems[uri])
        self._close(uri)
        return found

    def complete(self, path: Path, text: str) -> dict[str, Message]:
        """What may be written at the sign `|` of a text, by its label."""
        uri, where = self._open_at(path, text)
        answer = self._ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": where})
        self._close(uri)
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: item for item in items}

    def hover(self, path: Path, text: str) -> str:
        """What is said of the word at the sign `|` of a text."""
        uri, where = self._open_at(path, text)
        answer = self._ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": where})
        self._close(uri)
        return str(answer["contents"]["value"]) if answer else ""

    def _open_at(self, path: Path, text: str) -> tuple[str, Message]:
        before, after = text.split("|")
        lines = before.split("\n")
        return self._open(path, before + after), {"line": len(lines) - 1, "character": len(lines[-1])}

    def _open(self, path: Path, text: str) -> str:
        # Each text has a name of its own, so that no late word about an earlier one is taken for its.
        version = next(self.numbers)
        uri = path.with_stem(f"{path.stem}-{version}").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _close(self, uri: str) -> None:
        self._tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        self.problems.pop(uri, None)

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _ask(self, method: str, params: Any) -> Any:
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        while number not in self.answers:
            self._hear()
        answer = self.answers.pop(number)
        assert "error" not in answer, answer
        return answer["result"]

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _hear(self) -> None:
        """Take in the next message of the server's, and answer it where it asks for the settings."""
        message = self.heard.get(timeout=SECONDS)
        assert message is not None, "the language server has gone"
        if message.get("method") == "textDocument/publishDiagnostics":
            self.problems[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            asked = message["params"].get("items") or [] if message.get("params") else []
            self._send({"id": message["id"], "result": [SETTINGS.get(each["section"]) for each in asked] or None})
        elif "id" in message:
            self.answers[message["id"]] = message

    def _listen(self) -> None:
        assert self.process.stdout
        while head := self.process.stdout.readline():
            length = int(head.split(b":")[1])
            while self.process.stdout.readline().strip():
                pass
            self.heard.put(json.loads(self.process.stdout.read(length)))
        self.heard.put(None)


CAPABILITIES: Mapping[str, Any] = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": False}},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


@contextmanager
def editor() -> Iterator[Editor]:
    """An editor with the language server running; it ends with the block."""
    line = ["node", str(language_server()), "--stdio"]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        running = Editor(process)
        try:
            yield running
        finally:
            running.leave()
