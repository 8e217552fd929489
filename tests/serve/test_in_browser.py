"""The page in a browser: what is saved is seen, what is typed is written, keys and the place in the address work."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pages import make_service

import tools
from deckgen.serve.run import open_port, serve
from deckgen.serve.service import Service, View

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Service, str]]:
    """The service of a small course and the address of its page; the server ends with the process."""
    tools.chromium()
    service = make_service(tmp_path_factory.mktemp("shown"))
    addresses = queue.Queue[str]()
    threading.Thread(target=serve, args=(service, open_port(0), addresses.put, View()), daemon=True).start()
    yield service, addresses.get(timeout=60)


@pytest.fixture
def page(shown: tuple[Service, str]) -> Iterator[Any]:
    """The page, open at its first slide; whatever the browser complains of fails the test."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=tools.chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="en-GB")
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{shown[1]}#slide=B1.s1")
        page.wait_for_selector("#slide svg text")
        yield page
        assert [text for text in wrong if "409" not in text and "422" not in text] == []
        browser.close()


def file_of(service: Service) -> Path:
    return service.course.folder / "course.yaml"


def edit(service: Service, old: str, new: str) -> None:
    text = file_of(service).read_text("utf-8")
    assert old in text
    file_of(service).write_text(text.replace(old, new), "utf-8")


def see(page: Any, text: str) -> None:
    """Wait until the slide that is shown says a text."""
    page.wait_for_function("text => document.getElementById('slide').textContent.includes(text)", arg=text)


def test_a_save_is_seen_with_its_mark_and_without_a_reload(page: Any, shown: tuple[Service, str]) -> None:
    page.evaluate("window.kept = true")
    edit(shown[0], "Every case not closed", "Every open case")
    see(page, "Every open case")
    assert page.locator("#slide .fresh").all_text_contents() == ["Every open case"]
    assert page.evaluate("window.kept") and "slide=B1.s1" in page.url


def test_broken_yaml_dims_the_last_good_slide_and_leads_to_the_mistake(page: Any, shown: tuple[Service, str]) -> None:
    before = page.locator("#slide").inner_text()
    edit(shown[0], "title: Who owns it", 'title: "Who owns it')
    page.wait_for_selector("#stale:not([hidden])")
    assert page.locator("#slide").inner_text() == before and "old" in page.locator("#stage").get_attribute("class")
    assert page.locator("#stale a").get_attribute("href").startswith("vscode://file/")
    edit(shown[0], 'title: "Who owns it', "title: Who owns it")
    page.wait_for_selector("#stale", state="hidden")


def test_a_text_is_changed_on_the_page_written_into_its_file_and_taken_back(
    page: Any, shown: tuple[Service, str]
) -> None:
    before = file_of(shown[0]).read_text("utf-8")
    page.dblclick("#slide text >> text=One name for each")
    page.fill("#field", "One name: for each")
    page.keyboard.press("Enter")
    see(page, "One name: for each")
    assert file_of(shown[0]).read_text("utf-8") == before.replace("One name for each", '"One name: for each"')
    page.click("#tab-edits")
    page.click("#edits button")
    see(page, "One name for each")
    assert file_of(shown[0]).read_text("utf-8") == before


def test_a_value_that_changed_meanwhile_is_not_overwritten(page: Any, shown: tuple[Service, str]) -> None:
    page.dblclick("#slide text >> text=A time not a promise")
    page.fill("#field", "Some time")
    edit(shown[0], "A time not a promise", "A time and no promise")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.edit [role=alert]').textContent.includes('no promise')")
    assert page.input_value("#field") == "Some time"
    assert "text: A time and no promise" in file_of(shown[0]).read_text("utf-8")
    edit(shown[0], "A time and no promise", "A time not a promise")
    see(page, "A time not a promise")


def test_keys_lead_through_the_slides_and_the_address_keeps_the_place(page: Any) -> None:
    first = page.locator("#where b").inner_text()
    page.keyboard.press("ArrowRight")
    assert page.locator("#where b").inner_text() != first and "slide=B1.s2" in page.url
    page.reload()
    page.wait_for_selector("#slide svg text")
    assert "slide=B1.s2" in page.url and page.locator("#where b").inner_text() != first
    page.keyboard.press("o")
    page.wait_for_selector("#overview .thumb[aria-selected=true]")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    assert page.locator("#where b").inner_text() == first and page.locator("#overview").is_hidden()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
