"""What a save makes of the page: the slide that changed, the last good picture, and what is written back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from pages import Browser, make_service, save

from deckgen.pipeline.retouch import Change, ConflictError, RefusedError
from deckgen.serve import views
from deckgen.serve.app import make_app
from deckgen.serve.service import Client, Service, View

USUAL = View()


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return make_service(tmp_path)


def state(service: Service, view: View = USUAL) -> views.State:
    return asyncio.run(service.state(view)).state


def key_of(shown: views.State, title: str) -> str:
    return next(key for key, slide in shown.slides.items() if title in slide["title"])


def cold(service: Service) -> views.State:
    """The same course shown by a service that remembers nothing."""
    from deckgen.pipeline.live import LiveCourse

    return state(Service(LiveCourse(service.course.folder, service.course.request), service.editor))


def test_the_first_state_has_slides_blocks_and_notes(service: Service) -> None:
    shown = state(service)
    assert shown.head["title"] == "Handing over a shift" and shown.head["deliveries"] == [["90-min", "Ninety minutes"]]
    assert sum(block["minutes"] for block in shown.head["blocks"]) == 90
    slide = shown.slides[key_of(shown, "Three questions, always")]
    assert slide["minutes"] == 7 and slide["file"].endswith("course.yaml") and slide["line"] > 1
    assert slide["link"].startswith("vscode://file/") and any(text for _, text in slide["notes"])
    assert "Every case not closed" in (service.picture(slide["sum"]) or "")
    assert shown.stale is None and shown.r == 1


def test_a_save_changes_the_slide_it_is_of_and_no_other(service: Service) -> None:
    before = state(service)
    save(service, "Every case not closed", "Every open case")
    after = state(service)
    told = views.patch(before, after, service.picture)
    key = key_of(after, "Three questions, always")
    assert [slide["key"] for slide in told["slides"]] == [key]
    assert (
        list(told["svg"]) == [after.slides[key]["sum"]] and "Every open case" in told["svg"][after.slides[key]["sum"]]
    )
    assert "order" not in told and "head" not in told and told["from"] == before.r == after.r - 1
    assert after.slides == cold(service).slides


def test_a_save_without_a_change_tells_nobody(service: Service) -> None:
    before = state(service)
    save(service, "# A whole course", "# The whole course")
    assert state(service) is before


def test_broken_yaml_keeps_the_last_good_pictures_and_says_where_and_since_when(service: Service) -> None:
    before = state(service)
    save(service, "text: Every case not closed", 'text: "Every case not closed')
    broken = state(service)
    assert broken.slides == before.slides and broken.stale is not None
    assert broken.stale["file"].endswith("course.yaml") and broken.stale["line"] > 1 and broken.stale["message"]
    assert set(broken.stale["keys"]) == set(before.slides)
    since = broken.stale["since"]
    save(service, "title: By when", "title: By which time")
    assert (state(service).stale or {})["since"] == since
    save(service, 'text: "Every case not closed', "text: Every open case")
    mended = state(service)
    assert mended.stale is None and mended.slides == cold(service).slides


def test_a_course_that_was_never_right_shows_what_is_wrong(service: Service) -> None:
    save(service, "modules:\n", "modules: [\n")
    shown = state(service)
    assert not shown.slides and shown.stale is not None and any(one["severity"] == "error" for one in shown.diags)


def test_keys_stay_with_their_slides_when_one_is_put_in_before_them(service: Service) -> None:
    before = state(service)
    key = key_of(before, "The card keeps the order")
    concept = "          - kind: concept\n            title: The card keeps the order when you are tired\n"
    new = "          - {kind: statement, title: A card, statement: One each, minutes: 1, say: One., glance: A}\n"
    save(service, f"{concept}            minutes: 8\n", f"{new}{concept}            minutes: 7\n")
    after = state(service)
    assert after.stale is None and any("has no purpose" in one["message"] for one in after.diags)  # yet it is shown
    assert key_of(after, "The card keeps the order") == key
    assert after.slides[key]["id"] != before.slides[key]["id"]
    assert len(after.order) == len(before.order) + 1


def test_words_on_a_slide_lead_to_their_line_and_can_be_written_there(service: Service) -> None:
    shown = state(service)
    key = key_of(shown, "Three questions, always")
    (place, *_) = service.sources(USUAL, key, "“Two cases are waiting”", in_notes=False)
    assert place.why == "" and place.value == "Two cases are waiting" and place.name.endswith("diagram/steps.1/sample")
    assert "Two cases are waiting" in place.lines[place.line - place.first]
    change = Change(place.file, tuple(place.path), place.value, "Three cases: waiting", place.seen)
    done = service.write([change])
    text = (service.course.folder / "course.yaml").read_text("utf-8")
    assert 'sample: "Three cases: waiting"}' in text
    assert "Three cases: waiting" in (service.picture(state(service).slides[key]["sum"]) or "")
    with pytest.raises(ConflictError):
        service.write([change])
    service.undo(done.number)
    assert state(service).slides == shown.slides


def test_words_that_are_computed_or_nowhere_are_for_looking_only(service: Service) -> None:
    save(service, "Every case not closed", '"Every case of {{ client }}"')
    save(service, "author: Example Training", "author: Example Training\nvariables: {client: North}")
    shown = state(service)
    key = key_of(shown, "Three questions, always")
    (place, *_) = service.sources(USUAL, key, "Every case of North", in_notes=False)
    assert "filled in" in place.why
    assert service.sources(USUAL, key, "no such words at all", in_notes=False) == []
    with pytest.raises(RefusedError, match="nothing"):
        service.write([])


def test_a_profile_or_delivery_that_is_not_there_is_said_and_the_others_go_on(service: Service) -> None:
    assert "no-such" in str((state(service, View(delivery="no-such")).stale or {})["message"])
    assert "no-such" in str((state(service, View(profile="no-such")).stale or {})["message"])
    assert state(service).stale is None


def test_each_page_gets_the_newest_state_once_it_has_painted_the_one_before(service: Service) -> None:
    async def follow() -> list[tuple[str, dict[str, Any]]]:
        client, told = Client(), list[tuple[str, dict[str, Any]]]()
        events: AsyncIterator[tuple[str, dict[str, Any]]] = service.follow(USUAL, client)
        told.append(await anext(events))
        for old, new in (("Every case not closed", "Case One"), ("Case One", "Case Two"), ("Case Two", "Case Four")):
            save(service, old, new)  # while the page paints
            await service.refresh()
        client.painted = told[0][1]["r"]
        client.wake.set()
        told.append(await asyncio.wait_for(anext(events), 20))
        await events.aclose()  # type: ignore[attr-defined]
        return told

    (first, hello), (second, patch) = asyncio.run(follow())
    assert (first, second) == ("hello", "patch")
    assert patch["from"] == hello["r"] and len(patch["slides"]) == 1
    assert "Case Four" in next(iter(patch["svg"].values()))
    assert not service.channels[USUAL].clients


def test_a_build_that_a_save_has_overtaken_is_given_up(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    look = type(service.course).look

    def saved_meanwhile(self: Any, delivery: str, theme: str, profile: str, progress: Any) -> Any:
        looked.append(service.saves)
        if len(looked) == 1:
            service.saves += 1
        return look(self, delivery, theme, profile, progress)

    monkeypatch.setattr(type(service.course), "look", saved_meanwhile)
    assert state(service).r == 1
    assert looked == [0, 1]


def test_hostile_words_are_words(service: Service, tmp_path: Path) -> None:
    save(service, "Every case not closed", "'\\<script>alert(1)\\</script>'")
    shown = state(service)
    picture = service.picture(shown.slides[key_of(shown, "Three questions, always")]["sum"]) or ""
    assert "&lt;script&gt;" in picture and "<script" not in picture
    client = Browser(make_app(service, "t", "h:1"), "h:1")
    assert client.get("/t/source", params={"slide": "<b>", "text": "<b>"}).headers["content-type"] == "application/json"
