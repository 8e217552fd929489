"""A file of any kind into its pieces, by its suffix. Libraries are imported for the kind that is read."""

from __future__ import annotations

import codecs

from deckgen.importers.pieces import Material

SUFFIXES = (".md", ".markdown", ".txt", ".docx", ".pptx")


def read_material(content: bytes, file: str) -> Material:
    """The pieces of a file; raises ValueError when it cannot be read."""
    suffix = "." + file.rpartition(".")[2].lower()
    if suffix == ".docx":
        from deckgen.importers.word import read_word

        return read_word(content, file)
    if suffix == ".pptx":
        from deckgen.importers.powerpoint import read_powerpoint

        return read_powerpoint(content, file)
    text = foreign_text(content)
    if suffix == ".txt":
        from deckgen.importers.plain import read_plain

        return read_plain(text, file)
    from deckgen.importers.markdown import read_markdown

    return read_markdown(text, file)


def foreign_text(content: bytes) -> str:
    """Text of a foreign file: UTF-8, UTF-16 with its mark, or what Chinese Windows writes."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("gb18030")
