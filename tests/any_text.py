"""Texts of any characters, and what XML can carry of them."""

import re

from hypothesis import strategies as st

# every plane, and often what is special to XML, to Office and to Python's formatting
SPECIAL = [*"<>&\"'\t\n\r\x00\x0b\x1f\x7f\x85\u2028\ufffe\uffff\ud800\udfff%{}\\;_"]
SPECIAL += ["]]>", "&amp;", "<!--", "<?", "%s", "{text}", "  "]
TEXTS = st.lists(st.sampled_from(SPECIAL) | st.characters(exclude_categories=()), min_size=1, max_size=12).map(
    lambda pieces: "".join(pieces)[:40]  # names and tags of controls are cut at 60
)
IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def carried(text: str) -> str:
    """What XML can carry of a text, after the rule of the standard."""
    return IMPOSSIBLE.sub("", text)
