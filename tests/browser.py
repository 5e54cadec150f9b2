"""The pages of a site in the Chromium of the machine, which must be content with each of them."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from flashgen.pipeline import checked_decks, sites


def chromium() -> str | None:
    """Return the path of the browser, if there is one."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser; on a machine without one there is nothing to look with, except in CI."""
    path = chromium()
    if not path and not os.environ.get("CI"):
        pytest.skip("no Chromium on this machine")
    assert path
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


Open = Callable[..., Page]


def made(root: Path, into: Path) -> dict[str, Path]:
    """Write the site of each deck of a project into a folder, and return the folder of each by the deck's name."""
    decks, problems = checked_decks(root, ())
    folders = {}
    for slug, pages in sites(decks, problems).items():
        folders[slug] = into / slug
        folders[slug].mkdir()
        for name, content in pages.items():
            (folders[slug] / name).write_bytes(content)
    return folders


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Return a function that opens a page from the disk; whatever the browser complains about fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def visiting(page: Path, at: str = "", **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        opened = context.new_page()
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("request", lambda request: complaints.extend(_elsewhere(request.url)))
        opened.goto(f"{page.as_uri()}{at}")
        return opened

    yield visiting
    for context in contexts:
        context.close()
    assert complaints == []


def _elsewhere(url: str) -> list[str]:
    """Return a complaint about a request to anywhere but the disk."""
    return [] if url.startswith(("file:", "data:", "about:")) else [f"a request for {url}"]
