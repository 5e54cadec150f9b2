"""A browser that shows sides of cards as Anki does, and says what it shows and what a screen reader is told."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from tests.anki.test_looks import browser

ANKIS_OWN = """
a { color: var(--fg-link, #1d4ed8); text-decoration: none; }
hr { background-color: #737373; margin: 1em 0; border: none; height: 1px; }
img { max-width: 100%; max-height: 95vh; }
"""
"""What Anki 26.9.3 says of these elements in the style sheets of its reviewer, below those of note types."""


class Page:
    """A page in a browser, reached through its debugging pipe."""

    session = ""

    def __init__(self, reading: int, writing: int) -> None:
        self.reading, self.writing, self.numbers = os.fdopen(reading, "rb"), os.fdopen(writing, "wb"), count(1)
        (target,) = [one for one in self.call("Target.getTargets")["targetInfos"] if one["type"] == "page"]
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = attached["sessionId"]

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the DevTools protocol and return its result."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        message |= {"sessionId": self.session} if self.session else {}
        self.writing.write(json.dumps(message).encode() + b"\0")
        self.writing.flush()
        while True:
            answer = json.loads(self._read())
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _read(self) -> bytes:
        read = b""
        while (byte := self.reading.read(1)) not in (b"\0", b""):
            read += byte
        return read

    def show(self, side: str, night: str = "", width: int = 360) -> None:
        """Show a side of a card in a window of that width."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
        page = f"<style>{ANKIS_OWN}</style><div id='qa'>{side}</div>"
        self.run(
            f"document.body.className = {json.dumps(f'card {night}')}; document.body.innerHTML = {json.dumps(page)}"
        )

    def run(self, script: str) -> Any:
        """Return the value of a script's last expression."""
        done = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def said(self) -> str:
        """Return what a screen reader is told, in one line."""
        nodes = {node["nodeId"]: node for node in self.call("Accessibility.getFullAXTree")["nodes"]}

        def words(node: dict[str, Any]) -> list[str]:
            if node["role"]["value"] == "StaticText":
                return [node["name"]["value"]]
            return [word for child in node.get("childIds", ()) for word in words(nodes[child])]

        return " ".join(" ".join(words(next(iter(nodes.values())))).split())


@contextmanager
def opened(folder: Path) -> Iterator[Page]:
    """Open a page in a new browser, and close it."""
    theirs, writing = os.pipe()
    reading, ours = os.pipe()
    command = [browser(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    command += ["--no-first-run", f"--user-data-dir={folder}", "--remote-debugging-pipe", "about:blank"]

    def placed() -> None:
        os.dup2(theirs, 3)
        os.dup2(ours, 4)

    done = subprocess.Popen(
        command, pass_fds=(3, 4), preexec_fn=placed, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(theirs)
    os.close(ours)
    page = Page(reading, writing)
    try:
        page.call("Emulation.setScrollbarsHidden", hidden=True)
        yield page
    finally:
        done.terminate()
        done.wait()
        page.reading.close()
        page.writing.close()
