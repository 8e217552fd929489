"""The meanings of the keys of a release."""

from __future__ import annotations

from deckgen.handbook.meanings.table import Table

RELEASE: Table = {
    "release": {
        "": ("What a release consists of.", "一次发布包含哪些包。"),
        "version": (
            "Version of every course in it; else what profile or course says.",
            "其中各课程的版本；不写则按客户档案或课程里的。",
        ),
        "courses": (
            "Courses, by id or folder; else those that are meant where none is named.",
            "课程的 id 或文件夹；不写则为默认的课程。",
        ),
        "deliveries": (
            "Deliveries, or lengths such as `9-hours`; else all declared ones.",
            "交付，或 `9-hours` 这样的时长；不写则为全部已声明的。",
        ),
        "profiles": ("Profiles; `~` in the list is none.", "客户档案；列表中的 `~` 表示不用档案。"),
        "themes": ("Themes; else that of the profile.", "主题；不写则按客户档案。"),
        "only": ("Deliverables or folders, as for `--only`.", "只生成哪些材料，同 `--only`。"),
        "bundles": (
            "Several combinations, each over what stands beside it.",
            "多组组合，各组在外层所写的基础上替换。",
        ),
        "since": (
            "Tag or commit that the change page of every bundle tells from.",
            "各包变更页从哪个标签或提交算起。",
        ),
        "notices": ("Files of licences and notices that go into every bundle.", "放进每个包的许可和声明文件。"),
        "released": (
            "File with the lines of `SHA256SUMS` of earlier releases.",
            "以往各次发布的 `SHA256SUMS` 汇总文件。",
        ),
    },
}
