"""Texts that YAML cuts where a comment begins, although their author meant the sign #.

A comment is safe behind two spaces, and behind values that are no running text. Behind one space ``#`` followed at
once by a word or by a number is a sign of the text; other words may be a remark, which is asked about, unless they
begin like one.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"([ \t]+)#([^\r\n]*)")
_SIGN = re.compile(r"[^\s#!]|[ \t]+[0-9０-９]")
_REMARK = re.compile(
    r"[ \t]*(?:(?:todo|fixme|xxx|tbd|wip|draft|note|nb|see)\b|待|暂|备注|说明|注[：:]|草稿|可选|默认)", re.I
)
_WORD = re.compile(r"[A-Za-z0-9_./:@+-]+")

CUT = "the text ends here: YAML reads “ #” as the start of a comment"
NOTHING = "nothing is written here: YAML reads “#” as the start of a comment"
QUOTE = 'put the text in quotes: "… # …"; a comment stands behind two spaces'


def check_comment(source: str, end: int, text: str) -> tuple[str, int, str] | None:
    """Code, place and message where the comment that follows a plain text at `end`, or none, may be part of it."""
    match = _COMMENT.match(source, end)
    if match is None or len(match[1]) > 1 or _REMARK.match(match[2]):
        return None
    at = end + len(match[1])
    if _SIGN.match(match[2]):
        return "DG030", at, CUT if text else NOTHING
    if not text or not match[2].strip() or _WORD.fullmatch(text):
        return None
    return "DG031", at, "the text ends here, and what follows “ #” is a comment"
