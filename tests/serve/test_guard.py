"""Nobody but the page itself gets an answer, and nothing outside the course is read or written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pages import HOST, Browser, make_service

from deckgen.pipeline.live import Live
from deckgen.serve.app import make_app
from deckgen.serve.editor import EDITORS, editor_link, link_to
from deckgen.serve.guard import new_token

TOKEN = "a-token-of-22-letters"
JSON = {"origin": f"http://{HOST}", "content-type": "application/json"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    service = make_service(tmp_path_factory.mktemp("guard"))
    service.course.pictures.drawn["ab12"] = b"<svg/>"
    return Browser(make_app(service, TOKEN, HOST))


def test_the_page_and_its_files_are_there(client: Browser) -> None:
    page = client.get(f"/{TOKEN}/")
    assert page.status_code == 200 and "<title>deckgen</title>" in page.text
    assert client.get(f"/{TOKEN}/page/main.js").headers["content-type"].startswith("text/javascript")
    picture = client.get(f"/{TOKEN}/s/ab12.svg")
    assert (picture.text, picture.headers["content-type"]) == ("<svg/>", "image/svg+xml")
    assert "immutable" in picture.headers["cache-control"]
    assert client.get(f"/{TOKEN}/s/cd34.svg").status_code == 410


@pytest.mark.parametrize("path", ["/", f"/{TOKEN[:-1]}/", f"/{TOKEN}x/", "/page/main.js", f"/{TOKEN}/page/app.py"])
def test_without_the_token_or_for_another_file_there_is_nothing(client: Browser, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["../service.py", "..%2fservice.py", "%2e%2e/service.py", "/etc/passwd", "nosuch.js"])
def test_no_name_leads_out_of_the_page(client: Browser, name: str) -> None:
    assert client.get(f"/{TOKEN}/page/{name}").status_code == 404


@pytest.mark.parametrize(
    "host", ["localhost:8471", "127.0.0.1", "127.0.0.1:80", "evil.example:8471", "127.0.0.1:8471.evil"]
)
def test_a_host_of_another_name_is_refused(client: Browser, host: str) -> None:
    assert client.get(f"/{TOKEN}/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-type": "application/json"}, 403),
        ({**JSON, "origin": "http://evil.example"}, 403),
        ({**JSON, "origin": "null"}, 403),
        ({**JSON, "origin": f"https://{HOST}"}, 403),
        ({**JSON, "sec-fetch-site": "cross-site"}, 403),
        ({**JSON, "content-type": "text/plain"}, 415),
        ({**JSON, "content-type": "application/x-www-form-urlencoded"}, 415),
        (JSON, 422),  # let through: nothing was asked for
    ],
)
def test_only_the_page_itself_may_write(client: Browser, headers: dict[str, str], status: int) -> None:
    assert client.post(f"/{TOKEN}/edit", content=b'{"changes": []}', headers=headers).status_code == status


def test_other_methods_and_large_requests_are_refused(client: Browser) -> None:
    assert client.ask("PUT", f"/{TOKEN}/edit", content=b"{}", headers=JSON).status_code == 405
    assert client.post(f"/{TOKEN}/edit", content=b"x" * (2 << 20), headers=JSON).status_code == 413
    assert client.post(f"/{TOKEN}/edit", content=b"[1", headers=JSON).status_code == 400


def test_every_answer_tells_the_browser_to_run_and_load_nothing_else(client: Browser) -> None:
    for path in (f"/{TOKEN}/", "/nothing"):
        headers = client.get(path).headers
        policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert policy["script-src"] == policy["connect-src"] == policy["style-src"] == "'self'"
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


def test_the_page_itself_keeps_to_that() -> None:
    folder = Path(__file__).resolve().parents[2] / "src" / "deckgen" / "serve" / "page"
    text = "\n".join(path.read_text("utf-8") for path in sorted(folder.iterdir()))
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        " style=",
        "https://",
    ):
        assert forbidden not in text, forbidden
    assert [line for line in text.splitlines() if "http://" in line] == [
        'const NAMESPACE = "http://www.w3.org/2000/svg";'
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"file": "/etc/passwd", "path": ["a"], "old": "x", "new": "y", "seen": ""},
        {"file": "course/../../secret.yaml", "path": ["a"], "old": "x", "new": "y", "seen": ""},
        {"file": "course.yaml", "path": "title", "old": "x", "new": "y", "seen": ""},
        {"file": "course.yaml", "path": ["title"], "old": "x", "new": {"a": 1}, "seen": ""},
        {"file": "course.yaml", "path": [["title"]], "old": "x", "new": "y", "seen": ""},
        "title",
    ],
)
def test_what_is_no_change_of_a_value_of_the_course_is_refused(client: Browser, change: Any) -> None:
    answer = client.post(f"/{TOKEN}/edit", json={"changes": [change]}, headers={"origin": f"http://{HOST}"})
    assert answer.status_code == 422 and answer.json()["why"]


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {new_token() for _ in range(50)}
    assert len(tokens) == 50 and all(len(token) >= 22 for token in tokens)


def test_links_to_editors_are_made_of_fields() -> None:
    template = editor_link("vscode")
    assert link_to(template, "/a b/{line}?.yaml", 3, 7) == "vscode://file/a%20b/%7Bline%7D%3F.yaml:3:7"
    assert link_to(editor_link("none"), "/a", 1, 1) == ""
    assert all(editor_link(name) == link for name, link in EDITORS.items())
    for wrong in (
        "javascript:alert({path})",
        "https://x/{path}",
        "file:///{path}",
        "emacs",
        "x://{path}{name}",
        "x://y",
    ):
        with pytest.raises(ValueError, match="an editor is one of"):
            editor_link(wrong)


def test_nothing_is_shown_of_a_course_that_is_not_there(client: Browser) -> None:
    assert Live().slides == ()
    assert client.get(f"/{TOKEN}/source?slide=x&text=y").json() == {"places": []}
