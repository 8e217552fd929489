"""The meanings of the keys of modules, blocks and slides."""

from __future__ import annotations

from deckgen.handbook.meanings.table import Table

TEACHING: Table = {
    "course.Module": {
        "": (
            "A topic with its blocks, opened by a divider and closed by a recap.",
            "一个主题及其环节，以篇章页开始，以回顾页结束。",
        ),
        "id": ("Name of the module; left out, it is counted: `M2`.", "模块编号；不写就按顺序数：`M2`。"),
        "title": ("Title, on the divider.", "模块标题，印在篇章页。"),
        "short": (
            "Short title for the course map: at most 6 Chinese characters or 12 letters.",
            "课程地图上的短标题：最多 6 个汉字或 12 个字母。",
        ),
        "icon": (
            "Icon on the course map: `phone`, `users`, `clock`; see the page of icons.",
            "课程地图上的图标：`phone`、`users`、`clock`，见图标页。",
        ),
        "part": (
            "Part of the course that the module belongs to; over the title and on the course map.",
            "模块属于课程的哪一篇；印在标题上方和课程地图。",
        ),
        "dimension": (
            "What the module is about: one of the course's `dimensions`.",
            "模块的维度：课程 `dimensions` 里的一个。",
        ),
        "key_message": ("The one sentence to keep from the module.", "这个模块要记住的一句话。"),
        "hook": ("A question or scene that opens the module, said aloud.", "开场的问题或情景，讲师说出口。"),
        "rationale": ("Why the module stands here; for the trainer.", "为什么放在这里；给讲师看。"),
        "goals": ("What participants will be able to do; on the divider.", "学员将学会什么；印在篇章页。"),
        "status": ("`draft` while texts are missing; see Drafts.", "没写完时标 `draft`，见“草稿”。"),
        "prerequisites": ("What must have come before; in the guide.", "先要学过什么；印在讲师手册。"),
        "summary": ("Points of the recap slide; without any there is none.", "回顾页的要点；不写就没有回顾页。"),
        "recap_say": ("What the trainer says on the recap slide.", "回顾页讲师说的话。"),
        "risks": ("What goes wrong here often; in the guide.", "这里常出的问题；印在讲师手册。"),
        "differences": ("How the deliveries differ here; in the guide.", "各交付版本在这里有什么不同；印在讲师手册。"),
        "picture": ("Picture on the divider.", "篇章页上的图片。"),
        "motto": (
            "One sentence to keep, alone on a slide behind the recap: at most two lines of 11 Chinese characters, "
            "parted by `\\n`.",
            "要记住的一句话，在回顾页之后单独占一页：最多两行，每行 11 个汉字，用 `\\n` 分行。",
        ),
        "question": (
            "Question that the divider asks: at most two lines of 11 Chinese characters, parted by `\\n`.",
            "篇章页上的提问：最多两行，每行 11 个汉字，用 `\\n` 分行。",
        ),
        "scene": (
            "Scene on the divider where there is no picture; left out, places and people of the course take turns.",
            "篇章页没有图片时画的情景；不写就轮流用各种场所和课程里的人物。",
        ),
        "blocks": ("The blocks, in order.", "各个环节，按顺序。"),
    },
    "scene.Scene": {
        "": ("A scene of the floor on a divider.", "篇章页上的现场情景。"),
        "place": (
            "Where: `floor` two desks under a board, `study` a shelf and a whiteboard, `meeting` a word from above, "
            "`board` the figures of the month, `talk` two in a corner, `coaching` two at one screen, "
            "`way` an open door.",
            "场所：`floor` 看板下两张工位，`study` 书架和白板，`meeting` 上级来到桌前，`board` 当月数据墙，"
            "`talk` 两人在角落谈，`coaching` 两人同看一块屏，`way` 敞开的门。",
        ),
        "people": (
            "Up to three names; those of the course look as they do everywhere, and the first one speaks.",
            "最多三个名字；课程里的人物长相处处一致，第一位说话。",
        ),
        "says": (
            "What the first one says, in a bubble: at most two short lines.",
            "第一位说的话，印在气泡里：最多两短行。",
        ),
    },
    "base.Block": {
        "": ("A timed stretch of a module, with its slides.", "模块里计时的一段，含它的幻灯片。"),
        "kind": (
            "`lesson`, or `frame` for what opens or closes a course or a day.",
            "`lesson` 教学环节；`frame` 课程或一天的开场、收尾。",
        ),
        "id": ("Name of the block; left out, it is counted: `B2.1`.", "环节编号；不写就按顺序数：`B2.1`。"),
        "title": ("Title of the block.", "环节标题。"),
        "status": ("`draft` while texts are missing; see Drafts.", "没写完时标 `draft`，见“草稿”。"),
        "method": ("How it is taught; left out, it follows from the slides.", "怎么教；不写就由幻灯片推出。"),
        "energy": (
            "How lively the room should be, 1 (calm) to 5; left out, it follows from the slides.",
            "现场的活跃程度，1（安静）到 5；不写就由幻灯片推出。",
        ),
        "minutes": (
            "Minutes: talk/activity/debrief, or one number that splits as the slides do; left out, the sum of the "
            "slides.",
            "分钟：讲授/活动/讲评，或一个总数，按幻灯片分配；不写就是幻灯片之和。",
        ),
        "opening": (
            "Minutes of its talk for what is shown before it: the divider, or what opens the day.",
            "讲授分钟里留给环节之前画面的时间：篇章页，或一天的开场页。",
        ),
        "recap": (
            "Minutes of its talk for the recap of its module, shown behind it.",
            "讲授分钟里留给模块回顾页的时间，回顾页在环节之后。",
        ),
        "range": (
            "Fewest, usual and most minutes, for lengths that nobody declared.",
            "最少、通常、最多分钟，用于没有预先声明的时长。",
        ),
        "elastic": ("Minutes that can be given back when the room is late.", "进度落后时可以省出来的分钟。"),
        "priority": (
            "How important the block is when time is short: 1 is dropped first, 5 last; 4 and 5 are never offered.",
            "时间不够时的重要程度：1 最先舍去，5 最后；4 和 5 不列进“整块不讲”。",
        ),
        "core_skill": (
            "Everybody practises this aloud; it is never dropped, and the minutes for it are proven.",
            "核心技能：人人开口练，绝不删减，练习时间由程序核算。",
        ),
        "optional": ("A client may opt out of it.", "客户可以选择不讲。"),
        "objectives": ("Objectives that the block serves, by id.", "服务于哪些目标，写编号。"),
        "covers": (
            "Points of the course's `coverage` that it teaches, by id.",
            "讲到课程 `coverage` 的哪些要点，写编号。",
        ),
        "terms": (
            "Terms of the glossary that it explains; the glossary names its page.",
            "讲解哪些术语；术语表会印出页码。",
        ),
        "slides": ("The slides, in order.", "幻灯片，按顺序。"),
        "sheets": (
            "Sheets that the block uses beside those of its slides, by id or in full.",
            "除幻灯片之外还用到的练习单，写编号或直接写在这里。",
        ),
        "materials": ("What to bring for it.", "要带的物料。"),
        "late": ("How to give back the elastic minutes.", "落后时怎么省时间。"),
        "differences": ("How the deliveries differ here; in the guide.", "各交付版本在这里有什么不同；印在讲师手册。"),
        "place": (
            "`day_start` or `day_end`: the block opens or closes a day, wherever days end in a length.",
            "`day_start` 或 `day_end`：不论一天在哪里结束，这个环节都放在一天的开头或末尾。",
        ),
        "conditions": ("What must hold where it runs, in every length.", "排课时在任何时长里都要满足的条件。"),
    },
    "base.Conditions": {
        "": ("What must hold where a block runs, in every length.", "环节排在哪里都要满足的条件。"),
        "needs": ("Blocks without which this one does not run, by id.", "没有哪些环节就不能上，写编号。"),
        "same_sitting": (
            "An earlier block after which no pause may come before this one, by id.",
            "与前面哪个环节之间不能休息，写编号。",
        ),
        "not_last": ("It is not the last block of a day.", "不能排在一天的最后。"),
        "not_after_lunch": ("It does not come right after lunch.", "不能排在午餐之后的第一个。"),
        "day": ("Number of the day on which it runs.", "排在第几天。"),
    },
    "base.Material": {
        "": ("Something to bring; how many follows from the class size.", "一样物料；数量由人数推出。"),
        "item": ("What it is.", "什么东西。"),
        "per": (
            "For each `person`, `table`, `pair`, `triad`, or once for the `room`.",
            "按什么配：`person` 每人、`table` 每桌、`pair` 每两人、`triad` 每三人、`room` 全场一份。",
        ),
        "qty": ("How many for each.", "每份几个。"),
    },
    "base.Slide": {
        "": (
            "One slide of a block, with the trainer's notes and what the workbook has of it.",
            "环节里的一页幻灯片，连同讲师备注和学员手册里的内容。",
        ),
        "kind": (
            "What the slide is for; left out, it is `concept`, or what its sheet implies.",
            "幻灯片的用途；不写就是 `concept`，或由练习单推出。",
        ),
        "id": ("Name for links to the slide: `[there](#name)`.", "供链接引用的名称：`[那里](#名称)`。"),
        "title": ("Title; of a `concept`, one full statement.", "标题；`concept` 的标题要是一句完整的话。"),
        "minutes": ("Minutes; left out, what the others leave of the block.", "分钟；不写就是环节里剩下的时间。"),
        "hidden": (
            "In reserve: passed over in the show, not handed out, without minutes.",
            "备用页：放映时跳过，不发给学员，不占时间。",
        ),
        "build": (
            "Its items (points, steps, nodes, questions, bubbles) appear one by one, a click each, in reading order; "
            "left out, as `build` of the course says.",
            "逐条出现：要点、步骤、节点、问题、对话按阅读顺序，点一下出一条；不写就按课程的 `build`。",
        ),
        "source": ("Where the content is from; a small line on the slide.", "内容出处，页面底部的小字。"),
        "glance": ("A word for the trainer's eye, at the top of the notes.", "备注最上面，讲师扫一眼的提示。"),
        "purpose": ("What the slide is to achieve; for the trainer.", "这一页要达到什么；给讲师看。"),
        "key_points": ("What must be said in any case; for the trainer.", "无论如何要讲到的点；给讲师看。"),
        "say": ("What the trainer says, in full sentences.", "讲师说的话，完整的句子。"),
        "do": ("What the trainer does while speaking.", "讲师边说边做什么。"),
        "ask": ("Questions to the room; a plain text is the question.", "向全场提的问题；直接写一句话就是问题。"),
        "takeaway": ("The sentence to leave behind, under the visual.", "要留下的一句话，印在图示下方。"),
        "transition": ("The words that lead to the next slide.", "引到下一页的过渡语。"),
        "materials": ("What is needed on this slide; for the trainer.", "这一页要用的东西；给讲师看。"),
        "cautions": ("What to beware of; for the trainer.", "要当心什么；给讲师看。"),
        "fallback": ("What to do when something is missing.", "缺了什么时怎么办。"),
        "sources": ("Where the trainer can read more; in the guide.", "讲师可以深入阅读的资料；印在讲师手册。"),
        "explain": (
            "A reading in the workbook beside the visual, of at most 200 Chinese characters or 100 words.",
            "学员手册里图示旁的阅读文字，最多 200 个汉字或 100 个英文词。",
        ),
        "apply": (
            "A prompt with room to write in that reading: use it with your team.",
            "阅读旁边的书写题：怎么用到自己的团队。",
        ),
    },
    "base.Ask": {
        "": ("A question to the room.", "向全场提的一个问题。"),
        "q": ("The question.", "问题。"),
        "type": (
            "`recall` what was said, `probe` deeper, `experience` of their own, `decision` to take.",
            "`recall` 回忆，`probe` 追问，`experience` 讲自己的经历，`decision` 做决定。",
        ),
        "expect": ("Answers to expect, two at least.", "可能的回答，至少两个。"),
        "follow_up": ("What to ask next.", "接着追问什么。"),
        "if_silent": ("What to do when nobody answers.", "没人回答时怎么办。"),
        "wait": ("Seconds of silence to bear.", "等待几秒。"),
    },
    "base.Fallback": {
        "": ("What to do when something is missing.", "缺了什么时怎么办。"),
        "late": ("When time is short.", "时间不够时。"),
        "short_of_people": ("When too few people are there.", "人不够时。"),
        "no_projector": ("When there is no projector.", "没有投影时。"),
    },
    "base.SlideTable": {
        "": (
            "A table on a slide; what does not fit goes on on the next slide under the same head.",
            "幻灯片上的表格；放不下就续到下一页，表头重复。",
        ),
        "head": ("The heads of the columns.", "各列的表头。"),
        "rows": (
            'The rows, each with as many cells as there are columns; `""` is a cell to fill in.',
            '各行，每行的格数与列数相同；`""` 是留空待填的格。',
        ),
        "widths": ("How wide the columns are, in proportion.", "各列宽度的比例。"),
    },
    "content.ContentSlide": {
        "lead": ("A sentence over points or visual.", "要点或图示上方的一句话。"),
        "points": (
            "Points; `- a point: [one below it]` nests, on three levels at most.",
            "要点；`- 要点: [下一级]` 可以嵌套，最多三级。",
        ),
        "diagram": ("A diagram, by its `type`.", "图示，按 `type` 分类。"),
        "table": ("A table in place of a diagram.", "表格，代替图示。"),
        "pictures": ("One picture, or up to six side by side.", "一张图片，或并排最多六张。"),
    },
    "content.TextSlide": {
        "text": (
            "A longer text in place of points: paragraphs, lists, quotations, notices, code, tables.",
            "代替要点的较长文字：段落、列表、引用、提示框、代码、表格。",
        ),
    },
    "board.BoardSlide": {
        "sheet": (
            "The sheet that is worked on: its id, or the sheet itself.",
            "用到的练习单：写编号，或直接写在这里。",
        ),
        "icon": (
            "Icon on the board: `phone`, `users`, `clock`; see the page of icons.",
            "任务板上的图标：`phone`、`users`、`clock`，见图标页。",
        ),
        "task": ("The task; left out, that of the sheet.", "任务；不写就取练习单的。"),
        "grouping": ("Who works with whom; left out, that of the sheet.", "怎么分组；不写就取练习单的。"),
        "output": ("What there is in the end; left out, that of the sheet.", "产出；不写就取练习单的。"),
        "reserve": (
            "Hidden slides at the back, to be shown when wanted: the `text` of its sheet, the `key` with its answers.",
            "放在最后的备用页，要用时再放：`text` 是练习单的原文，`key` 是参考答案。",
        ),
    },
    "activity.ActivitySlide": {
        "": (
            "Starts an activity: task, grouping, output, steps and page of its sheet.",
            "开始一个活动：任务、分组、产出、步骤和练习单页码。",
        )
    },
    "case.CaseSlide": {"": ("The question of a case; its story is on the sheet.", "案例的问题；故事在练习单上。")},
    "concept.ConceptSlide": {
        "": ("One idea, shown by a diagram, a table or a few points.", "一个观点，用图示、表格或几条要点呈现。")
    },
    "demo.DemoSlide": {"": ("A demonstration, usually a dialogue.", "示范，通常是一段对话。")},
    "energiser.EnergiserSlide": {"": ("An energiser of 1 to 5 minutes.", "1 到 5 分钟的热身。")},
    "test.TestSlide": {"": ("A test; its items are on the sheet.", "测试；题目在练习单上。")},
    "tool.ToolSlide": {
        "": ("Hands over a tool or a pattern of words.", "交给学员一个工具或一句话术。"),
        "sheet": (
            "Its card in the workbook: an id, or the card itself.",
            "学员手册里的工具卡：写编号，或直接写在这里。",
        ),
    },
    "statement.StatementSlide": {
        "": ("One sentence, large.", "一句话，大字。"),
        "statement": ("The sentence.", "这句话。"),
        "who": ("Who said it, or where it is from.", "谁说的，或出自哪里。"),
    },
    "debrief.DebriefSlide": {
        "": ("Questions of a debrief, and the sentence to leave behind.", "讲评的问题和要留下的一句话。"),
        "questions": (
            "The questions, by phase; left out, those of the sheet before.",
            "按阶段写的问题；不写就取前面练习单的。",
        ),
    },
    "debrief.DebriefQuestions": {
        "": ("Questions of a debrief in the order of their phases; at least one.", "按阶段排列的讲评问题，至少一个。"),
        "feel": ("How it felt.", "感受如何。"),
        "happened": ("What happened.", "发生了什么。"),
        "learned": ("What was learned.", "学到了什么。"),
        "relate": ("How it relates to their work.", "和自己的工作有什么关系。"),
        "what_if": ("What if things were different.", "换一种情况会怎样。"),
        "next": ("What to do next.", "接下来做什么。"),
        "unphased": ("Questions without a phase, asked last.", "不分阶段的问题，最后问。"),
    },
}
