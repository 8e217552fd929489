from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.links import MAX_ADDRESS, SHORT, judge_link, kind_of_link, short_address


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.com", "https://example.com"),
        ("HTTPS://Example.COM/A?b=c#d", "https://example.com/A?b=c#d"),
        ("http://wiki:8080/页?q=班次", "http://wiki:8080/%E9%A1%B5?q=%E7%8F%AD%E6%AC%A1"),
        ("https://例子.中国/", "https://xn--fsqu00a.xn--fiqs8s/"),
        ("https://a.test/(b)_%20[c]", "https://a.test/(b)_%20%5Bc%5D"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("https://host_name/x", "https://host_name/x"),
        ("MAILTO:one@Example.com", "mailto:one@example.com"),
        ("mailto:a@b.cn,c@d.cn?subject=交接&cc=e@f.cn", "mailto:a@b.cn,c@d.cn?subject=%E4%BA%A4%E6%8E%A5&cc=e@f.cn"),
        ("tel:+86-10-12345678", "tel:+86-10-12345678"),
        ("Tel:4008001234", "tel:4008001234"),
        ("#B1.2", "#B1.2"),
        ("https://x.test/" + "a" * (MAX_ADDRESS - 15), "https://x.test/" + "a" * (MAX_ADDRESS - 15)),
    ],
)
def test_addresses_that_are_written(target: str, address: str) -> None:
    assert judge_link(target).address == address
    assert judge_link(address).address == address, "what is written is judged alike"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("", "leads nowhere"),
        ("#", "leads nowhere"),
        ("#第一讲", "names no part"),
        ("handout.pdf", "a path"),
        ("../../x.exe", "a path"),
        ("/etc/passwd", "a path"),
        ("%2e%2e/x", "a path"),
        ("?x", "a path"),
        ("//host/share/x", "a share"),
        (r"\\host\share", "a share"),
        ("C:/Windows/x.exe", "one computer"),
        (r"c:\x.exe", "one computer"),
        ("file:///S:/课程/交接.pptx", "leads to file:"),
        ("smb://host/x", "leads to smb:"),
        ("ftp://host/x", "leads to ftp:"),
        ("ms-msdt:/id", "leads to ms-msdt:"),
        ("ms-word:ofe|u|https://x.test", "leads to ms-word:"),
        ("javascript:alert(1)", "leads to javascript:"),
        ("JavaScript:alert(1)", "leads to javascript:"),
        ("vbscript:x", "leads to vbscript:"),
        ("data:text/html,x", "leads to data:"),
        ("search-ms:query=x", "leads to search-ms:"),
        ("www.example.com", "without its beginning"),
        ("WWW.example.com/x", "without its beginning"),
        ("one@example.com", "without its beginning"),
        ("https：//example.com", "full-width colon"),
        ("https://exa mple:99999/x", "a space"),
        ("https://x.test/\t", "a space"),
        ("https://x.test/\u200b", "invisible"),
        ("https://x.test/a\nb", "a space"),
        ("http:example.com", "has no //"),
        ("http:/example.com", "has no //"),
        ("https://", "well-formed"),
        ("https:///x", "well-formed"),
        ("https://?x", "well-formed"),
        ("http://[::bad/x", "well-formed"),
        ("http://[fe80::1%25eth0]/", "well-formed"),
        ("https://x.test:99999/", "well-formed"),
        ("https://x.test:0/", "well-formed"),
        ("https://x.test:/", "well-formed"),
        ("https://x.test:８０/", "well-formed"),
        ("https://-x.test/", "well-formed"),
        ("https://x..test/", "well-formed"),
        ("https://%65xample.com/", "well-formed"),
        ("https://ex<ample.com/", "well-formed"),
        ("https://" + "a" * 64 + ".test/", "well-formed"),
        (r"https://x.test\y", "backslash"),
        ("https://user:word@x.test/", "user name"),
        ("https://x.test@evil.test/", "user name"),
        ("https://x.test/100%", "stands for nothing"),
        ("mailto:one@", "mail address"),
        ("mailto:", "mail address"),
        ("mailto:a b@x.test", "a space"),
        ("mailto:张三@x.test", "mail address"),
        ("mailto:a@b.test?attach=c:/x", "behind the ?"),
        ("mailto:a@b.test?subject=100%", "stands for nothing"),
        ("tel:", "telephone"),
        ("tel:call-me", "telephone"),
        ("tel:400 800", "a space"),
        ("https://x.test/" + "a" * MAX_ADDRESS, "characters"),
        ("https://x.test/" + "班" * 300, "characters"),
    ],
)
def test_addresses_that_are_refused(target: str, words: str) -> None:
    judged = judge_link(target)
    assert not judged.address
    assert words in judged.problem
    assert judged.hint


@given(st.text("ahtps:/.@#?%[]()<>\\ 中：0\u200b", max_size=30) | st.text(max_size=12).map("https://x.test/{}".format))
def test_what_is_written_is_plain_and_stays_as_it_is(target: str) -> None:
    judged = judge_link(target)
    assert bool(judged.address) != bool(judged.problem)
    shown = judged.hint.removeprefix("write ")
    if shown.startswith(("http:", "https:", "mailto:", "tel:")):
        assert judge_link(shown).address, "a hint followed to the letter leads to an address that is written"
    if judged.address:
        assert judged.address.isascii() and judged.address.isprintable() and " " not in judged.address
        assert judged.address.startswith(("https://", "http://", "mailto:", "tel:", "#"))
        assert judge_link(judged.address).address == judged.address


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("https://e.test/a b", "https://e.test/a%20b"),
        ("<https://e.test/a b>", "https://e.test/a%20b"),
        ("https:// e.test", "https://e.test"),
        ("https://e.test/\u200bz", "https://e.test/z"),
        ("https：//e.test/页面", "https://e.test/页面"),
        ("https://e.test:８０/", "https://e.test:80/"),
        ("HTTP:/e.test", "http://e.test"),
        ("https:\\\\e.test\\x", "https://e.test/x"),
        ("https://e.test/100%", "https://e.test/100%25"),
        ("tel:+86 10 1234", "tel:+86-10-1234"),
        ("mailto:a b@e.test", "mailto:ab@e.test"),
        ("<a@e.test>", "mailto:a@e.test"),
        ("www.e.test", "https://www.e.test"),
    ],
)
def test_the_hint_shows_the_address_that_was_meant(target: str, meant: str) -> None:
    assert judge_link(target).hint == f"write {meant}"
    assert judge_link(meant).address


@pytest.mark.parametrize(
    "target", ["javascript:alert(1) ", "file:///x y", "//host/ x", "C:\\a b", "https://exa mple:99999/x"]
)
def test_no_hint_makes_a_refused_kind_of_address_look_right(target: str) -> None:
    assert not judge_link(target).hint.startswith("write " + target[:4])


@pytest.mark.parametrize(
    ("address", "kind", "short"),
    [
        ("https://www.example.com/", "page", "example.com"),
        ("https://example.com/%E8%B7%AF?a=1", "page", "example.com/路?a=1"),
        ("https://example.com/a/clip.MP4", "video", "example.com/a/clip.MP4"),
        ("https://www.bilibili.com/video/BV1", "video", "bilibili.com/video/BV1"),
        ("https://notbilibili.com/x", "page", "notbilibili.com/x"),
        ("https://example.com/" + "long/" * 20 + "card.xlsx", "file", "example.com/…/card.xlsx"),
        ("mailto:one@example.com?subject=x", "mail", "one@example.com"),
        ("tel:400-800", "phone", "400-800"),
    ],
)
def test_what_a_link_is_on_paper(address: str, kind: str, short: str) -> None:
    assert (kind_of_link(address), short_address(address)) == (kind, short)


def test_a_short_address_is_short() -> None:
    for end in ("", "x" * 300, "/".join("x" * 40)):
        assert len(short_address(f"https://example.com/{end}")) <= SHORT
