"""The meanings of the keys of exercise sheets."""

from __future__ import annotations

from deckgen.handbook.meanings.table import Table

SHEETS: Table = {
    "base.Sheet": {
        "": ("An exercise sheet, one to two pages of the workbook.", "一份练习单，学员手册里一到两页。"),
        "kind": ("What sort of sheet it is; it decides which keys there are.", "练习单的种类，决定有哪些键。"),
        "id": (
            "Name that slides and blocks refer to; left out, it is counted: `07`.",
            "编号，幻灯片和环节用它来引用；不写就按顺序数：`07`。",
        ),
        "number": (
            "Number that participants see; left out, it is counted in the order of use of each delivery.",
            "学员看到的序号；不写就按各交付版本里用到的顺序数。",
        ),
        "title": ("Title.", "标题。"),
        "objectives": (
            "Objectives that it practises, by id; left out, those of its block.",
            "练习哪些目标，写编号；不写就取环节的。",
        ),
        "covers": (
            "Points of the course's `coverage`, by id; left out, those of its block.",
            "涉及课程 `coverage` 的哪些要点，写编号；不写就取环节的。",
        ),
        "grouping": ("Who works with whom.", "怎么分组。"),
        "purpose": ("What it is for, in a sentence to participants.", "这份练习做什么用，对学员说的一句话。"),
        "situation": ("Material to read.", "阅读材料。"),
        "pictures": ("Material to look at, up to six pictures.", "要看的图片，最多六张。"),
        "steps": ("Steps with their minutes; a plain text is what to do.", "步骤及分钟；直接写一句话就是要做的事。"),
        "output": ("What there is in the end.", "产出。"),
        "criteria": ("By what a good result is known.", "怎样算做得好。"),
        "workspace": ("Room to write.", "书写的地方。"),
        "reflection": ("A question to think about at the end.", "最后想一想的问题。"),
        "materials": ("What is needed.", "需要的东西。"),
        "handed_out": (
            "What participants get on paper in class, a copy each: the whole `sheet`, so that the workbook is without "
            "it, or the `material` to read, so that the workbook names it only. Left out, all of it is bound in.",
            "课上发到每人手里的纸：`sheet` 整张发，手册里不印；"
            "`material` 只发阅读材料，手册里只写名称；不写就全部印在手册里。",
        ),
        "guide": ("What only the facilitator sees.", "只给讲师看的内容。"),
    },
    "base.Step": {
        "": ("One step of an activity.", "活动的一个步骤。"),
        "minutes": (
            "Minutes of the step; left out of one, what the others leave.",
            "分钟；有一步不写，就是剩下的时间。",
        ),
        "phase": (
            "`setup`, `prepare`, `run`, `share` or `debrief`.",
            "`setup` 布置、`prepare` 准备、`run` 进行、`share` 分享、`debrief` 讲评。",
        ),
        "do": ("What to do.", "做什么。"),
        "short": (
            "The step in a few words, where a slide has no room for more: twelve characters of Chinese at most.",
            "这一步的短说法，幻灯片上放不下全句时用；最多十二个字。",
        ),
    },
    "base.Workspace": {
        "": (
            "Room to write, in one of four forms: `table`, `lines`, `checks` or `fields`.",
            "书写的地方，四种形式取一种：`table`、`lines`、`checks`、`fields`。",
        ),
        "prompt": ("What stands above it.", "上面的提示语。"),
        "table": ("A table to fill in: the heads of its columns.", "待填的表格：写各列表头。"),
        "rows": ("Empty rows of the table; 4 when left out.", "表格的空行数；不写是 4 行。"),
        "first": (
            "Texts of the first column, one row each, in place of `rows`.",
            "第一列的文字，一条一行，代替 `rows`。",
        ),
        "widths": ("How wide the columns are, in proportion.", "各列宽度的比例。"),
        "lines": ("Number of ruled lines.", "横线的条数。"),
        "checks": ("Boxes to tick.", "打勾的方框。"),
        "fields": ("Labels with a place to write behind each.", "标签，后面留出填写处。"),
    },
    "base.Stuck": {
        "": ("A frequent snag, and what helps.", "常见的卡点和解法。"),
        "sign": ("How it shows.", "表现。"),
        "help": ("What helps.", "怎么帮。"),
    },
    "base.SheetGuide": {
        "": (
            "What only the facilitator sees: briefing, what to look for, answers.",
            "只给讲师看：开场说明、观察点、答案。",
        ),
        "brief": (
            "Words that start the activity, said aloud where the slide has no words of its own.",
            "启动活动的话，幻灯片自己没有话术时说出口。",
        ),
        "look_for": ("What to watch while it runs, three at least.", "进行中看什么，至少三条。"),
        "stuck": ("Where people get stuck.", "学员会卡在哪里。"),
        "mistakes": ("Mistakes that are often made, two at least.", "常犯的错，至少两条。"),
        "key": ("Answers or scoring points; never in the workbook.", "答案或评分要点；绝不印进学员手册。"),
        "points": ("What the debrief must bring out.", "讲评要带出的要点。"),
        "debrief": (
            "Questions of the debrief; left out, those of the next debrief slide.",
            "讲评的问题；不写就取后面讲评页的。",
        ),
        "board": ("What to write on the flip chart.", "白板上写什么。"),
    },
    "turns.Practice": {
        "": (
            "How everyone gets a turn; it must fit the block's activity minutes.",
            "怎样让人人轮到；总时间要放得进环节的活动分钟。",
        ),
        "rounds": ("How many turns.", "几轮。"),
        "seconds": ("Seconds of each turn.", "每轮几秒。"),
        "swaps": ("How often roles change.", "换几次角色。"),
    },
    "turns.TurnsSheet": {
        "practice": ("How everyone gets a turn.", "怎样让人人轮到。"),
        "cards_per": (
            "For whom a set of the cards that are cut out is: the list of materials and the cards say how many sets"
            " that makes. Left out, for those who practise together.",
            "裁下来的卡片每几个人发一套，物料清单和卡片页上的份数都由此算出；不写就按一起演练的人数发。",
        ),
    },
    "solo.SoloSheet": {
        "": ("Everyone writes alone.", "每人独立书写。"),
        "example": ("One worked line, cell by cell.", "一行做好的样例，一格一条。"),
        "checklist": ("What to check at the end.", "最后自查的项目。"),
    },
    "poll.PollSheet": {
        "": ("A question with options to vote on, a pair share or a line-up.", "投票、两人互说或站队。"),
        "question": ("The question.", "问题。"),
        "options": ("What can be chosen.", "选项。"),
        "first": ("Who speaks first.", "谁先说。"),
    },
    "discussion.DiscussionSheet": {
        "": ("A group discussion with a short report.", "小组研讨，带简短汇报。"),
        "questions": ("What is discussed, three questions at most.", "讨论的问题，最多三个。"),
        "roles": ("Who does what.", "分工。"),
        "report": ("What the report must say.", "汇报要讲什么。"),
    },
    "drill.DrillSheet": {
        "": (
            "A drill in pairs or triads, with turns and a tick list for the partner.",
            "两人或三人演练，轮流进行，搭档打勾。",
        ),
        "cards": ("Task cards.", "任务卡。"),
        "actors": (
            "What those two are called on the slide who act and who are talked to: [lead, agent].",
            "幻灯片上怎么称呼两边的人：先写上场练的，再写陪练的，如 [经理, 员工]。",
        ),
        "hints": ("Patterns of sentences that help.", "可以借用的句式。"),
        "observe": ("What the partner ticks.", "搭档要勾的项目。"),
    },
    "drill.TaskCard": {
        "": ("A task card that both partners may see.", "双方都能看的任务卡。"),
        "title": ("Title of the card.", "卡片标题。"),
        "text": ("What to do.", "要做的事。"),
        "play": (
            "How to play it, for the one who does: on a card to cut out, never in the workbook.",
            "怎么演，只给扮演的人：印在剪下的卡片上，绝不印进学员手册。",
        ),
    },
    "roleplay.RoleplaySheet": {
        "": ("A role-play with private cards and an observer.", "角色扮演，有私密角色卡和观察员。"),
        "situation": ("What everybody knows.", "大家都知道的情况。"),
        "cards": (
            "The private cards of the roles; cut out of the guide, never in the workbook.",
            "角色卡，从讲师手册剪下，绝不印进学员手册。",
        ),
        "observe": ("What the observer ticks.", "观察员要勾的项目。"),
        "observer_brief": ("What the observer does; in the guide.", "观察员怎么做；印在讲师手册。"),
        "rotation": ("How roles change.", "角色怎么轮换。"),
        "rules": ("Rules of the play.", "扮演的规则。"),
    },
    "roleplay.RoleCard": {
        "": ("What one player knows.", "一个角色的卡。"),
        "role": ("A, B or C.", "A、B 或 C。"),
        "name": ("Name of the person.", "人物姓名。"),
        "identity": ("Who it is.", "身份。"),
        "goal": ("What the person wants.", "想要什么。"),
        "knows": ("What the person knows.", "知道什么。"),
        "hidden": ("What only this player knows.", "只有他知道的事。"),
        "limits": ("What the person cannot do.", "不能做什么。"),
        "emotion": ("In which mood the person is.", "情绪。"),
        "yields": ("What makes the person give way.", "什么会让他让步。"),
        "resistance": ("How hard the person is to win, 1 to 5.", "有多难说服，1 到 5。"),
    },
    "case.CaseSheet": {
        "": ("A case to discuss and to decide.", "研讨并做决定的案例。"),
        "story": ("The story, 250 to 600 characters, with an open end.", "故事，250 到 600 字，结局未定。"),
        "facts": ("Rows of a label and its value.", "事实，每行一个标签和一个值。"),
        "questions": (
            "Questions that rise from facts to decision, three to five.",
            "从事实到决定层层推进的问题，三到五个。",
        ),
        "decision": ("Heads of the columns of the decision table.", "决策表各列的表头。"),
    },
    "cocreation.CocreationSheet": {
        "": ("A wall of ideas: silent writing, posting, clustering, voting.", "团队共创：静写、上墙、归类、投票。"),
        "challenge": ("The challenge: how might we ...", "要解决的难题：我们怎样才能……"),
        "votes": ("Votes of each person; 0 where people choose without a vote.", "每人几票；不投票、直接挑定时写 0。"),
        "chosen": ("Ideas that get an owner.", "选出几个点子落实到人。"),
    },
    "selftest.SelftestSheet": {
        "": (
            "A self-test with scale, scoring and bands; an aid to reflection.",
            "自测：量表、计分和分段，帮助自我反思。",
        ),
        "scale": ("Labels of the scale, from 1 point upwards.", "量表的标签，从 1 分起。"),
        "items": ("Statements to rate; a plain text is one.", "要打分的说法；直接写一句话即可。"),
        "groups": (
            "Groups of items with scores of their own; in their order.",
            "单独算分的小组，按题目顺序。",
        ),
        "scoring": ("How points are added up.", "怎么计分。"),
        "bands": ("Ranges of scores that follow one another without a gap.", "首尾相接的分数段。"),
        "improve": ("What to do about it.", "怎么改进。"),
    },
    "selftest.ItemGroup": {
        "": ("Statements that follow each other and have a score of their own.", "前后相连、单独算分的几条。"),
        "title": ("What they are about.", "这一组问的是什么。"),
        "items": ("How many they are.", "一共几条。"),
    },
    "selftest.Item": {
        "": ("A statement to rate.", "一条要打分的说法。"),
        "text": ("The statement.", "说法。"),
        "reverse": (
            "It counts from the other end of the scale: its numbers are printed the other way round.",
            "反向计分：数字倒着印，算分时照样相加。",
        ),
    },
    "selftest.Band": {
        "": ("A range of scores with its reading.", "一个分数段和它的解读。"),
        "low": ("Least score of the band.", "最低分。"),
        "high": ("Highest score of the band.", "最高分。"),
        "title": ("What the band is called.", "名称。"),
        "advice": ("What it means.", "解读与建议。"),
    },
    "job_aid.JobAidSheet": {
        "": ("A card to keep, of at most one page; printed in the appendix.", "可以留存的工具卡，最多一页，印在附录。"),
        "when": ("When to use it.", "什么时候用。"),
        "moves": ("Its steps.", "步骤。"),
        "good": ("A good example.", "好的例子。"),
        "bad": ("A bad example.", "不好的例子。"),
        "taboo": ("What never to do.", "绝不能做的事。"),
        "frequency": ("How often to use it.", "多久用一次。"),
    },
    "job_aid.AidStep": {
        "": ("A step of a card.", "工具卡的一步。"),
        "title": ("What to do.", "做什么。"),
        "say": ("A sentence to say or write.", "可以说或写的一句话。"),
    },
    "action_plan.ActionPlanSheet": {
        "": ("Plans of the form: if this happens, I will do that.", "行动计划：如果……我就……"),
        "plans": ("Blank plans.", "空白计划的份数。"),
        "follow_up": ("Days after which to look at it again.", "几天之后回看。"),
        "example": ("One worked plan, part by part.", "一份做好的样例，一格一条。"),
    },
    "prework.PreworkSheet": {
        "": ("A task, reading or questions before the course.", "课前的任务、阅读或问卷。"),
        "deadline": ("By when it is to be done.", "什么时候前完成。"),
        "effort": ("Minutes that it takes.", "需要几分钟。"),
        "reader": ("Who sees the answers.", "谁会看到答案。"),
        "used_in": ("Where the course uses it: the id of a block.", "课上哪个环节用到它，写编号。"),
        "reading": ("What to read.", "阅读内容。"),
        "questions": ("What to answer.", "要回答的问题。"),
    },
    "prework.PreQuestion": {
        "": ("A question before the course.", "课前的一个问题。"),
        "q": ("The question.", "问题。"),
        "use": ("What the course does with the answer; in the guide.", "课上怎么用这个回答；印在讲师手册。"),
    },
    "followup.FollowupSheet": {
        "": (
            "A form between or after: one-minute card, feedback, test, follow-up.",
            "课间或课后的表单：一分钟卡、反馈、测试、跟踪。",
        ),
        "form": (
            "`one_minute` card, `feedback` form, `posttest`, follow-up of `behaviour`, or a `task`.",
            "`one_minute` 一分钟卡，`feedback` 反馈表，`posttest` 课后测试，`behaviour` 行为跟踪，`task` 任务。",
        ),
        "scale": ("Words of the scale on which items are rated.", "打分量表的用语。"),
        "items": ("What is rated.", "要打分的项目。"),
        "open": ("Questions with lines to write.", "留横线书写的问题。"),
        "when": ("When it is filled in.", "什么时候填。"),
    },
}
