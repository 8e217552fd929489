"""Where a link may lead: the one policy for decks and books.

Allowed are https, http, mailto and tel, whole and well formed, and ``#id`` for a part of the course. Refused are
paths and shares (they lead nowhere once the file is sent), every other scheme (some run programs), addresses
with a password, and whatever Office would not open. What is allowed is returned as it is written into files:
scheme and host in lower case, Chinese hosts in Punycode, Chinese paths as UTF-8 in per cent.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, quote, unquote, urlsplit

MAX_ADDRESS = 2000  # characters; Office stops at 2,079

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)")
_ANCHOR = re.compile(r"#[A-Za-z0-9][A-Za-z0-9._-]*")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_MAILBOX = re.compile(r"([A-Za-z0-9.!#$&'*+/=^_`{|}~-]+)@([^@]+)")
_MAIL_FIELD = re.compile(r"(?i:subject|body|cc|bcc)=[^=&]*")
_NUMBER = re.compile(r"\+?[0-9][0-9().-]{1,30}(;ext=[0-9]{1,10})?")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_WEB = re.compile(r"(https?):[/\\]{0,3}", re.IGNORECASE)
_REPAIRED = 300  # characters; a longer address stands in no hint
_PATH = "/%:@!$&'()*+,;=~"  # what stays as it is in a path

WHOLE = "write the whole address: [words](https://example.com/page)"
ALLOWED = "links lead to https, http, mailto or tel addresses, or to a part of the course as in [words](#B1.1)"


@dataclass(frozen=True, slots=True)
class Judged:
    """The address as it may be written, or, where that is empty, what is wrong with it and what to write."""

    address: str = ""
    problem: str = ""
    hint: str = ""


class _RefusedError(Exception):
    """What is wrong, and what to write."""


@lru_cache(maxsize=2048)
def judge_link(target: str) -> Judged:
    """The judgement over the target of a link as its author wrote it."""
    try:
        return Judged(_judge(target))
    except _RefusedError as error:
        problem, hint = error.args
        better = _repair(target) if len(target) <= _REPAIRED else ""
        return Judged(problem=problem, hint=f"write {better}" if better else hint)


def _repair(target: str) -> str:
    """The address that was probably meant and may be written, or nothing."""
    for meant in _near(target):
        try:
            if meant != target and _judge(meant):
                return meant
        except _RefusedError:
            continue
    return ""


def _near(target: str) -> Iterator[str]:
    """Ever bolder guesses at what an address was meant to be."""
    plain = target.strip().removeprefix("<").removesuffix(">").strip()
    plain = "".join(char for char in plain if char.isprintable() or char.isspace())
    half = unicodedata.normalize("NFKC", plain) if plain[:16].isascii() is False else plain
    for text in dict.fromkeys((plain, half)):
        yield text
        if _MAILBOX.fullmatch(text):
            yield f"mailto:{text}"
        if text.lower().startswith("www."):
            yield f"https://{text}"
        if text.lower().startswith("tel:"):
            yield re.sub(r"\s+", "-", text)
        elif text.lower().startswith("mailto:"):
            yield re.sub(r"\s+", "", text)
        elif match := _WEB.match(text):
            rest = text[match.end() :].replace("\\", "/")
            for tail in (re.sub(r"\s", "%20", rest), re.sub(r"\s", "", rest), _BAD_PERCENT.sub("%25", rest)):
                yield f"{match[1].lower()}://{tail}"


def _judge(target: str) -> str:
    if not target or target == "#":
        raise _RefusedError("leads nowhere", WHOLE)
    if len(target) > MAX_ADDRESS:
        raise _too_long(len(target))
    if any(char.isspace() or not char.isprintable() for char in target):
        raise _RefusedError("has a space or an invisible character in its address", WHOLE)
    if target.startswith("#"):
        if not _ANCHOR.fullmatch(target):
            raise _RefusedError("names no part of the course", "write # and the id of a module, block, slide or sheet")
        return target
    written = _SCHEME.fullmatch(target)
    if not written:
        raise _without_scheme(target)
    scheme, rest = written[1].lower(), written[2]
    if scheme in ("http", "https"):
        address = _web(scheme, rest)
    elif scheme == "mailto":
        address = _mail(rest)
    elif scheme == "tel":
        if not _NUMBER.fullmatch(rest):
            raise _RefusedError("is no telephone number", "write digits and dashes: tel:+86-10-12345678")
        address = f"tel:{rest}"
    elif len(scheme) == 1:
        raise _RefusedError("leads to a file of one computer, which no reader has", WHOLE)
    else:
        raise _RefusedError(f"leads to {scheme}:, which a document may not open", ALLOWED)
    if len(address) > MAX_ADDRESS:
        raise _too_long(len(address))
    return address


def _too_long(length: int) -> _RefusedError:
    return _RefusedError(
        f"has an address of {length} characters, Office takes at most {MAX_ADDRESS}", "use a shorter address"
    )


def _without_scheme(target: str) -> _RefusedError:
    if "\uff1a" in target[:12]:
        return _RefusedError("has a full-width colon “：” in its address", WHOLE)
    if target.lower().startswith("www."):
        return _RefusedError("has an address without its beginning", WHOLE)
    if _MAILBOX.fullmatch(target):
        return _RefusedError("has a mail address without its beginning", WHOLE)
    if target.startswith(("//", "\\\\")):
        return _RefusedError("leads to a share of a network, which readers elsewhere do not have", WHOLE)
    return _RefusedError(
        "leads to a path, and no file stands there once the course is sent", f"{WHOLE}; \\[ prints a bracket"
    )


def _web(scheme: str, rest: str) -> str:
    if not rest.startswith("//"):
        raise _RefusedError(f"has no // behind {scheme}:", WHOLE)
    if "\\" in rest:
        raise _RefusedError("has a backslash in its address", "addresses have / between their parts")
    try:
        parts = urlsplit(f"{scheme}:{rest}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _malformed() from None
    if "@" in parts.netloc:
        raise _RefusedError("carries a user name", "write the address without what stands before the @")
    if parts.netloc.endswith(":") or port == 0:
        raise _malformed()
    netloc = _host(host) + (f":{port}" if port is not None else "")
    return f"{scheme}://{netloc}{_rest(parts)}"


def _rest(parts: SplitResult) -> str:
    """Path, query and fragment, with everything in per cent that an address may not hold."""
    if any(_BAD_PERCENT.search(part) for part in (parts.path, parts.query, parts.fragment)):
        raise _RefusedError("has a % in its address that stands for nothing", "write %25 for the sign itself")
    rest = quote(parts.path, safe=_PATH)
    if parts.query:
        rest += f"?{quote(parts.query, safe=_PATH + '?')}"
    if parts.fragment:
        rest += f"#{quote(parts.fragment, safe=_PATH + '?')}"
    return rest


def _host(host: str) -> str:
    """A host as it stands in an address."""
    if "%" in host:
        raise _malformed()
    if ":" in host:
        try:
            return f"[{ipaddress.IPv6Address(host)}]"
        except ValueError:
            raise _malformed() from None
    try:
        ascii_host = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        raise _malformed() from None
    labels = ascii_host.removesuffix(".").split(".")
    if len(ascii_host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _malformed()
    return ascii_host


def _malformed() -> _RefusedError:
    return _RefusedError("has no well-formed address", WHOLE)


def _mail(rest: str) -> str:
    boxes, question, fields = rest.partition("?")
    addresses = []
    for box in boxes.split(","):
        parted = _MAILBOX.fullmatch(box)
        if not parted or not box.isascii():
            raise _RefusedError("has no well-formed mail address", "write mailto:name@example.com")
        addresses.append(f"{parted[1]}@{_host(parted[2].lower())}")
    if question and not all(_MAIL_FIELD.fullmatch(field) for field in fields.split("&")):
        raise _RefusedError(
            "has more than subject, body, cc and bcc behind the ?", "write ?subject=words or leave it out"
        )
    if _BAD_PERCENT.search(fields):
        raise _RefusedError("has a % in its address that stands for nothing", "write %25 for the sign itself")
    return f"mailto:{','.join(addresses)}" + (f"?{quote(fields, safe=_PATH + '?')}" if question else "")


SHORT = 44  # characters of an address that is printed to be read
_VIDEO = re.compile(r"\.(?:mp4|m4v|mov|webm|avi|mkv)\Z", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|txt|zip|7z|rar|mp3|wav|png|jpe?g|svg)\Z", re.IGNORECASE)
_VIDEO_HOSTS = ("youtube.com", "youtu.be", "vimeo.com", "bilibili.com", "b23.tv", "youku.com", "v.qq.com")


def kind_of_link(address: str) -> str:
    """What a judged address leads to: ``page``, ``video``, ``file``, ``mail`` or ``phone``."""
    parts = urlsplit(address)
    if parts.scheme in ("mailto", "tel"):
        return "mail" if parts.scheme == "mailto" else "phone"
    host = parts.hostname or ""
    if _VIDEO.search(parts.path) or any(host == name or host.endswith(f".{name}") for name in _VIDEO_HOSTS):
        return "video"
    return "file" if _FILE.search(parts.path) else "page"


def short_address(address: str) -> str:
    """A judged address as short as it can still be recognised: host and end, what lies between left out."""
    parts = urlsplit(address)
    if parts.scheme in ("mailto", "tel"):
        return unquote(parts.path)
    host = parts.netloc.removeprefix("www.")
    path = unquote(parts.path).rstrip("/")
    whole = f"{host}{path}{f'?{parts.query}' if parts.query else ''}"
    if len(whole) <= SHORT:
        return whole
    end = path.rpartition("/")[2]
    room = max(8, SHORT - len(host) - 3)
    return f"{host}/…/{end}" if 0 < len(end) <= room else f"{host}/…{whole[-(room - 1) :]}"
