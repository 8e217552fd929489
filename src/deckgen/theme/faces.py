"""What is known of faces by their names: which have Chinese characters, and which come with the usual systems.

Nobody can know what is installed where a file will be opened; these are the faces that can be relied on.
"""

from __future__ import annotations

_EAST_ASIAN = (
    "microsoft yahei", "microsoft jhenghei", "dengxian", "simsun", "nsimsun", "simhei", "kaiti", "fangsong", "stsong",
    "stheiti", "stkaiti", "stfangsong", "stzhongsong", "stxihei", "youyuan", "lisu", "fzshuti", "fzyaoti", "heiti sc",
    "heiti tc", "songti", "kaiti_gb2312", "fangsong_gb2312", "pingfang", "hiragino", "mingliu", "pmingliu", "dfkai-sb",
    "noto sans cjk", "noto serif cjk", "noto sans sc", "noto serif sc", "noto sans tc", "source han", "ms gothic",
    "ms pgothic", "ms mincho", "ms pmincho", "meiryo", "yu gothic", "yu mincho", "biz ud", "malgun gothic", "batang",
    "gulim", "dotum", "gungsuh", "nanum", "apple sd gothic", "alibaba puhuiti", "harmonyos sans sc", "wenquanyi",
    "lxgw", "misans", "oppo", "arial unicode",
)  # fmt: skip
_USUAL_EAST_ASIAN = (
    "microsoft yahei", "microsoft jhenghei", "dengxian", "simsun", "nsimsun", "simhei", "kaiti", "fangsong", "mingliu",
    "pmingliu", "ms gothic", "ms mincho", "meiryo", "yu gothic", "yu mincho", "malgun gothic", "等线", "宋体", "黑体",
    "楷体", "仿宋", "微软雅黑", "新宋体", "微軟正黑體", "新細明體",
)  # fmt: skip
_USUAL_LATIN = (
    "aptos", "arial", "bahnschrift", "bookman old style", "calibri", "cambria", "candara", "century", "consolas",
    "constantia", "corbel", "courier new", "franklin gothic", "garamond", "georgia", "gill sans mt", "helvetica",
    "impact", "lucida", "palatino linotype", "segoe ui", "sitka", "tahoma", "times", "trebuchet ms", "tw cen mt",
    "verdana", "book antiqua", "rockwell", "perpetua", "century gothic",
)  # fmt: skip
_CJK = ("\u2e80", "\uffff")


def has_chinese(face: str) -> bool:
    """Whether a face is known to have Chinese characters: by its name, or because the name is written in them."""
    return _is_of(face, _EAST_ASIAN) or any(_CJK[0] <= char <= _CJK[1] for char in face)


def is_latin_only(face: str) -> bool:
    """Whether a face is known to have no Chinese characters."""
    return not has_chinese(face) and _is_of(face, _USUAL_LATIN)


def is_everywhere(face: str) -> bool:
    """Whether a face comes with Windows, macOS or Office, so that it can be relied on."""
    return _is_of(face, _USUAL_LATIN) or _is_of(face, _USUAL_EAST_ASIAN)


def _is_of(face: str, known: tuple[str, ...]) -> bool:
    folded = face.casefold().strip()
    return any(folded == name or folded.startswith(f"{name} ") for name in known)
