"""The words of the reference page that belong to no key, in English and in Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.handbook.meanings import Meaning

OPENING = Meaning(
    """\
# The curriculum format

This page is made from the models by `make reference`; do not edit it by hand. [中文](curriculum-reference.zh-CN.md)

A complete small course, which `deckgen build` turns into deck, workbook and guide:
""",
    """\
# 课程格式

本页由 `make reference` 从模型生成，请勿手改。[English](curriculum-reference.md)

一门完整的小课程，`deckgen build` 会做出幻灯片、学员手册和讲师手册：
""",
)

INTRODUCTION = Meaning(
    """\
A course is one folder with `course.yaml`, which may be split with `!include path.yaml` (paths are relative to the
file that names them). Lists of `sheets`, `modules`, `questions`, `glossary`, `coverage` and `materials` may be put
together from several included lists. `!include text.md` (or `.txt`) is one long text, as if it stood behind `|`.

**Variants.** At any depth, what stands under the id of a delivery replaces the same-named values beside it; a mapping
of nothing but delivery ids *is* the value for each delivery; `in: 2-day` (or a list) keeps a mapping to the
deliveries it names.

```yaml
- kind: activity
  in: 2-day                        # only there
- kind: concept
  minutes: {1-day: 3, 2-day: 5}    # each its own
  2-day:
    title: A longer look at the same idea
```

**Texts** take inline Markdown (`**strong**`, `*emphasis*`, `` `code` ``, links) and variables: `{{ client }}` stands
for the value under `variables:` of the course, or of `--set client=...`; `--set` also sets `date`, `class_size` and
other facts about one run (`deckgen build --help`). `{{ people }}`, `{{ copies }}`, `{{ pairs }}`, `{{ triads }}`
and `{{ tables }}` follow from the class size. *Long texts* also take paragraphs and lists. [Texts](texts.md) says
what is printed how, where links may lead, and what is refused.

**Minutes** are whole minutes of talk/activity/debrief. A list takes a single value, too, which is a list of one. A text
keeps the spelling of what stands there: `version: 1.0`, `id: 07`, `answer: no` need no quotes. Keys marked * are
required, unless they follow from others (below) or a draft leaves them open.

**A delivery like another one** writes only what differs: `- {id: 3-day, like: 2-day, days: 3, hours: 18}`. Wherever
nothing stands under its own id, it takes what stands under the other's, `in:` too. A course of one length may say
`minutes: 90` in place of `deliveries:`.

**What follows from the rest may be left out**, as long as there is one answer:

| left out | becomes |
| --- | --- |
| `kind` of a slide | `concept`, or the kind that its sheet implies |
| `minutes` of a slide | what the others leave of its block's talk, activity or debrief |
| `minutes` of a block | the sum of its slides |
| `minutes` of one step | what the others leave of the block's activity and debrief |
| `sheets` of a block | the sheets of its slides, plus those it lists |
| `objectives`, `covers` of a sheet | those of its block |
| `say` of a board, `guide.brief` of its sheet | each from the other |
| `questions` of a debrief, `guide.debrief` of the sheet before it | each from the other |
| `method`, `energy` of a block | by its slides |
| `title` of a delivery | its length |
| `id` of a module, block or sheet that nothing refers to | counted: `M2`, `B2.1`, `07` |
| `number` of a sheet | counted in the order of use |

An empty list, or a key without a value, is something: `covers: []` says that a sheet covers nothing. Minutes that could
be shared out in several ways are a mistake (DG313); a draft shares them out and says how (DG314).

**Sheets** may stand under `sheet:` of the slide that uses them, without an id. `{{ sheet }}` in a text is the number of
its own sheet, of the slide's, or of the only one of the block; `{{ sheet.tasks }}` is that of the sheet with the id
`tasks`. Sheets are numbered as participants come to them in a delivery: `01`, `02` in class, `Pre-work 1` before the
course, `Follow-up 1` after it; a card is called by its id, a form that is handed in by its title. `number:` fixes the
number of a sheet. A number in a text that nobody fixed is a mistake waiting to happen (DG440).

```yaml
- title: Hand over your own shift
  sheet:
    kind: drill
    steps:
      - {minutes: 4, phase: setup, do: Choose three cases}
      - {phase: run, do: "Hand over, repeat, swap"}   # takes what is left of the block
```

**Drafts.** `status: draft` on a course, a module or a block asks for titles, minutes and content only; what is
still needed is one hint a block (DG423). Steps may be plain texts, `questions` of a debrief a list. Drafts say so in
their file names and at the foot of every page. `todo:` in any mapping is an open note, and a text that begins with
TODO, FIXME, 待补 or ??? is still to be written (DG424): neither is printed, and what is finished may hold none.

**Editors.** In VS Code with the YAML extension of Red Hat a course made by `deckgen new` is completed, explained and
checked while you type; `deckgen schema --course PATH` does the same for a course that is there, with its own ids.
""",
    """\
一门课程是一个文件夹，里面有 `course.yaml`；可以用 `!include 路径.yaml` 分成几个文件（路径从写它的文件算起）。
`sheets`、`modules`、
`questions`、`glossary`、`coverage`、`materials` 可以由几个文件拼成。`!include 文字.md`（或 `.txt`）
是一整段长文字，等于写在 `|` 后面。

**版本差异。** 写在交付版本编号下面的内容，代替旁边同名的键；值里写的全是版本编号，就是各版本各用各的值；
`in: 2-day`（或列表）表示只在这些
版本里出现。

```yaml
- kind: activity
  in: 2-day                        # 只在这个版本里
- kind: concept
  minutes: {1-day: 3, 2-day: 5}    # 各写各的
  2-day:
    title: 同一个观点，讲得更细
```

**文字**可以用行内 Markdown（`**加粗**`、`*强调*`、`` `代码` ``、链接）和变量：
`{{ client }}` 是课程 `variables:` 里的值，或
`--set client=...` 的值；`{{ people }}`、`{{ copies }}`、`{{ pairs }}`、`{{ triads }}`、
`{{ tables }}` 由人数推出。*长文字*还可以分段、
列表。怎样印、链接能指向哪里、什么会被拒绝，见[文字](texts.zh-CN.md)。

**分钟**是整数，讲授/活动/讲评。凡是列表，只写一个值也行，等于只有一项的列表。文字照写照印：`version: 1.0`、
`id: 07`、`answer: no`
都不用引号。带 * 的键必须写，除非能由别处推出（见下），或者草稿里先空着。

**以另一个版本为底本**，只写不同的地方：`- {id: 3-day, like: 2-day, days: 3, hours: 18}`；自己没写的都取底本的，
`in:` 也一样。只有一种
时长的课程，可以写 `minutes: 90` 代替 `deliveries:`。

**能由别处推出的可以不写**，只要答案只有一个：

| 不写 | 就是 |
| --- | --- |
| 幻灯片的 `kind` | `concept`，或由练习单推出的种类 |
| 幻灯片的 `minutes` | 环节的讲授、活动或讲评里剩下的 |
| 环节的 `minutes` | 幻灯片之和 |
| 某一步的 `minutes` | 环节的活动和讲评里剩下的 |
| 环节的 `sheets` | 幻灯片用到的练习单，加上另外列出的 |
| 练习单的 `objectives`、`covers` | 环节的 |
| 任务页的 `say`、练习单的 `guide.brief` | 互取 |
| 讲评页的 `questions`、前面练习单的 `guide.debrief` | 互取 |
| 环节的 `method`、`energy` | 由幻灯片推出 |
| 交付版本的 `title` | 时长 |
| 没有被引用的模块、环节、练习单的 `id` | 按顺序数：`M2`、`B2.1`、`07` |
| 练习单的 `number` | 按用到的顺序数 |

空列表、写了键而没写值，都算写了：`covers: []` 表示不涉及任何要点。分钟有几种分法的，是错误（DG313）；
草稿会替你分好并告诉你（DG314）。

**练习单**可以写在用到它的幻灯片的 `sheet:` 下面，不用编号。文字里的 `{{ sheet }}` 是它自己的、
幻灯片的或环节里唯一一份练习单的序号；
`{{ sheet.tasks }}` 是编号为 `tasks` 的那一份的。练习单按学员在这个交付版本里用到的顺序编号：课堂上的是 `01`、
`02`，课前的是 `课前1`，课后的是 `课后1`；工具卡叫自己的编号，要交回的表格只叫标题。写 `number:` 可以把序号定死。
没定死而写在文字里的序号，迟早会错（DG440）。

```yaml
- title: 两人一组，把昨天的班交一遍
  sheet:
    kind: drill
    steps:
      - {minutes: 4, phase: setup, do: 各选三件没完的事}
      - {phase: run, do: 三分钟交完，对方复述，再互换}   # 环节里剩下的时间
```

**草稿。** 课程、模块或环节标 `status: draft`，就只要标题、分钟和内容；还缺什么，每个环节一条提示（DG423）。
步骤可以直接写文字，讲评的 `questions`
可以是列表。草稿的文件名和页脚会注明。任何地方都可以写 `todo:` 备忘；以 TODO、FIXME、
待补或 ??? 开头的文字是待写的（DG424）：两者都不印，
完稿里不能有。

**编辑器。** `deckgen new` 建的课程，用装了红帽 YAML 扩展的 VS Code 打开，写的时候就有补全、解释和检查；
`deckgen schema --course 路径`
给已有的课程也装上，连同它自己的编号。
""",
)

HEADINGS: Mapping[str, Meaning] = {
    "course": Meaning("Course", "课程"),
    "anywhere": Meaning("Keys of any record", "任何地方都可以写的键"),
    "modules": Meaning("Modules", "模块"),
    "blocks": Meaning("Blocks", "环节"),
    "slides": Meaning("Slides", "幻灯片"),
    "sheets": Meaning("Exercise sheets", "练习单"),
    "diagrams": Meaning("Diagrams", "图示"),
    "profiles": Meaning("Profiles", "客户档案"),
    "notes": Meaning("Notes of a trainer", "讲师的私人备注"),
    "themes": Meaning("Themes", "主题"),
    "codes": Meaning("Diagnostics", "诊断代码"),
    "row": Meaning("| key | takes | left out | what it means | example |", "| 键 | 写什么 | 不写就是 | 意思 | 例子 |"),
    "short_row": Meaning("| key | what it means |", "| 键 | 意思 |"),
    "codes_row": Meaning("| code | meaning | |", "| 代码 | 含义 | |"),
    "codes_text": Meaning(
        "Every mistake is reported with its code, its place and a hint.\n",
        "每个错误都报出代码、位置和改法；提示目前是英文的，下面的含义也是。\n",
    ),
    "themes_text": Meaning(
        "The keys of `theme.yaml`; the default theme shows all of them, and `deckgen theme new` writes one from\n"
        "Office templates ([brands](brands.md)).\n",
        "`theme.yaml` 的键；默认主题里都有，`deckgen theme new` 能从 Office 模板写出一个\n"
        "（[换成自己公司的样子](brands.zh-CN.md)）。\n",
    ),
}
