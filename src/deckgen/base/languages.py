"""Languages as BCP 47 names them: which Chinese characters they are written in, and what Office calls them."""

from __future__ import annotations

_EAST_ASIAN = frozenset(("zh", "ja", "ko"))
_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))


def is_traditional(language: str) -> bool:
    """Whether a language is Chinese in traditional characters."""
    primary, *others = subtags(language)
    return primary == "zh" and "hans" not in others and not _TRADITIONAL.isdisjoint(others)


def office_tag(language: str) -> str:
    """The tag that Office knows a language by: it tells varieties of Chinese by their region, not by their script."""
    primary, *others = subtags(language)
    if primary != "zh":
        return language
    region = next((part for part in others if part in ("tw", "hk", "mo", "cn", "sg")), "")
    if is_traditional(language):
        return f"zh-{(region if region in ('hk', 'mo') else 'tw').upper()}"
    return f"zh-{(region if region == 'sg' else 'cn').upper()}"


def latin_tag(language: str) -> str:
    """The language of words in Latin letters in a book: an East Asian language has no rules for breaking them."""
    return "en-US" if subtags(language)[0] in _EAST_ASIAN else language


def subtags(language: str) -> list[str]:
    """The parts of a tag in lower case, the language first."""
    return language.replace("_", "-").lower().split("-")
