"""The meanings of the keys of course.yaml and its own records."""

from __future__ import annotations

from deckgen.handbook.meanings.table import Table

COURSE: Table = {
    "course.Course": {
        "": ("One course: `course.yaml` in a folder of its own.", "一门课程：自己文件夹里的 `course.yaml`。"),
        "format": (
            "The format that the course is written in; left out, the newest. `deckgen migrate` rewrites what is older.",
            "课程源文件的格式，不写就是最新的；旧格式用 `deckgen migrate` 改写。",
        ),
        "id": ("Short name of the course; file names begin with it.", "课程的短名，文件名以它开头。"),
        "status": (
            "How far the course is: `draft` asks only for titles, minutes, slides and sheets; `finished` for all that "
            "a course fit to sell needs.",
            "写到哪一步：`draft` 草稿，只要标题、分钟、幻灯片和练习单；`finished` 完稿，要求可交付课程的全部内容。",
        ),
        "title": ("Title, on the covers.", "课程名，印在封面。"),
        "subtitle": ("Line under the title on the covers.", "封面上课程名下面的一行。"),
        "version": (
            "Version, in file names and footers; `1.10` stays as you write it.",
            "版本号，印在文件名和页脚；`1.10` 照写照印。",
        ),
        "date": ("Date of this version: year-month-day.", "本版日期：年-月-日。"),
        "language": (
            "Language of the course and of all fixed phrases: `zh-CN`, `zh-TW` or `en`.",
            "课程的语言，固定用语随它变：`zh-CN`、`zh-TW` 或 `en`。",
        ),
        "author": (
            "Who wrote the course; on covers and in the properties of files.",
            "作者，印在封面，也写进文件属性。",
        ),
        "client": (
            "For whom this run is; on covers and in file names. Profiles usually set it.",
            "给哪个客户讲；印在封面和文件名里，一般由客户档案设定。",
        ),
        "logo": ("Logo of the house: the path of a PNG, JPEG or SVG file.", "公司标志：PNG、JPEG 或 SVG 文件的路径。"),
        "brand": (
            "Colours, faces, logo and footer of the house, where it has no templates of its own.",
            "没有公司模板时，公司的颜色、字体、标志和页脚。",
        ),
        "picture": ("Picture on the covers.", "封面上的图片。"),
        "audience": ("For whom the course is.", "学员是谁。"),
        "prerequisites": ("What participants bring along.", "学员要具备什么。"),
        "background": (
            "Why the course is there; in the guide and the outline.",
            "为什么开这门课；印在讲师手册和课程大纲。",
        ),
        "benefits": ("What participants and their company gain.", "学员和企业得到什么。"),
        "methods": ("How it is taught.", "怎么教。"),
        "method_frame": (
            "The way every lesson goes, such as lead in, idea, training.",
            "每一讲都走的步骤，例如：导入、讲解、演练。",
        ),
        "dimensions": (
            "What modules are about, in order; `dimension` of a module is one of these.",
            "各模块所属的维度，按顺序；模块的 `dimension` 取其中一个。",
        ),
        "class_size": ("How many people the course is made for.", "课程按多少人设计。"),
        "objectives": ("What participants can do afterwards.", "学完以后能做到什么。"),
        "deliveries": ("The lengths in which the course is given.", "课程有哪几种交付版本。"),
        "minutes": (
            "Contact minutes of a course with one length only, in place of `deliveries`.",
            "只有一种时长时，直接写面授分钟数，代替 `deliveries`。",
        ),
        "coverage": (
            "Points that the course must teach; every one needs a block.",
            "课程必须讲到的要点；每一点都要有教学环节。",
        ),
        "modules": ("The modules, in order.", "各个模块，按顺序。"),
        "sheets": (
            "Sheets that stand on no slide: before and after the course, cards, shared ones.",
            "不放在幻灯片里的练习单：课前、课后、卡片和共用的。",
        ),
        "prework": ("Sheets done before the course, by id.", "课前完成的练习单，写编号。"),
        "overnight": ("Sheets done between two days, by id.", "两天之间完成的练习单，写编号。"),
        "postwork": ("Sheets done after the course, by id.", "课后完成的练习单，写编号。"),
        "job_aids": ("Cards of the appendix, by id.", "附录里的工具卡，写编号。"),
        "contract": ("Rules of working together; a slide of their own.", "学习约定，单独占一页幻灯片。"),
        "how_to_use": ("How to use the workbook; on its first pages.", "学员手册怎么用，印在手册开头。"),
        "guide_use": ("How to use the guide; on its first pages.", "讲师手册怎么用，印在手册开头。"),
        "questions": ("The bank of test questions.", "题库。"),
        "glossary": ("Terms in plain words, at the end of the workbook.", "术语表，印在学员手册末尾。"),
        "people": (
            "Who appears in cases and examples; the guide lists them, and pronouns are held against them.",
            "案例和例子里出现的人物；讲师手册列出他们，称呼前后要一致。",
        ),
        "materials": (
            "What to bring for the whole course; blocks name their own.",
            "整门课要带的物料；各环节另写自己的。",
        ),
        "room": ("What the guide says about the room and who teaches.", "讲师手册里关于场地和讲师的说明。"),
        "checklist": ("What to do before and on the day.", "课前和当天的准备清单。"),
        "difficult_moments": ("What may go wrong in the room, and what helps.", "现场可能出的难题，以及怎么应对。"),
        "letters": ("Letters to participants or their managers.", "发给学员或其上司的信。"),
        "indicators": ("Service figures that the course should move.", "课程要带动的业务指标。"),
        "build": (
            "Whether points, steps and nodes of slides that explain or debrief appear one by one, a click each; a "
            "slide may say otherwise, and a board on which people act only does so where its own slide asks for it.",
            "讲解页和讲评页的要点、步骤、节点是否点一下出一条；单页可以另写，练习页只有自己写了才逐条出现。",
        ),
        "phrases": (
            "Fixed phrases of all artefacts in your own words, by key; `deckgen docs phrases` lists the keys.",
            "把固定用语换成自己的说法，按键名写；`deckgen docs phrases` 列出全部键名。",
        ),
        "exempt": ("Warnings that were looked at and are accepted.", "看过并接受的警告。"),
        "changes": ("What changed from version to version.", "版本记录。"),
    },
    "course.Objective": {
        "": ("What participants can do afterwards.", "学完以后能做到的一件事。"),
        "id": ("Name that blocks, sheets and questions refer to.", "编号，环节、练习单和题目用它来引用。"),
        "verb": ("An observable verb: hand over, repeat, calculate.", "看得见的动词：交接、复述、计算。"),
        "text": ("What is done, in words that follow the verb.", "做什么，接在动词后面。"),
        "condition": ("In which situation.", "在什么情境下。"),
        "standard": ("How well.", "做到什么标准。"),
    },
    "class_size.ClassSize": {
        "": ("How many people the course is made for, and how they sit.", "课程按多少人设计，怎么坐。"),
        "min": ("Fewest people.", "最少人数。"),
        "max": ("Most people; copies and tables are counted for them.", "最多人数；份数和桌数按它算。"),
        "table": ("People at one table; how many tables there are follows from it.", "每桌人数，桌数由它推出。"),
        "remainder": ("What to do when pairs or triads do not come out even.", "分组除不尽时怎么办。"),
    },
    "course.CoveragePoint": {
        "": ("A point that the course must teach.", "课程必须讲到的一个要点。"),
        "id": (
            "Name that `covers` of blocks and sheets refers to, there with a C before it: `C1.2` for `1.2`.",
            "编号，环节和练习单的 `covers` 用它来引用，前面加 C：`1.2` 写作 `C1.2`。",
        ),
        "kind": (
            "What sort of point it is, in a word of your own: topic, tool, case.",
            "要点的类别，用自己的词：主题、工具、案例。",
        ),
        "name": ("What is taught.", "讲什么。"),
        "must": (
            "Words that must stand on a page of the blocks that cover it; ` / ` parts words of which each is wanted.",
            "讲它的环节里必须出现的词；用 ` / ` 分开的几个词都要出现。",
        ),
    },
    "course.GlossaryEntry": {
        "": ("A term in plain words.", "一条术语。"),
        "term": ("The term; `terms` of blocks refers to it.", "术语；环节的 `terms` 用它来引用。"),
        "text": ("What it means.", "意思。"),
        "origin": ("Whose model it is.", "出处。"),
    },
    "course.Person": {
        "": ("Somebody in cases and examples.", "案例和例子里的一个人物。"),
        "name": ("What the person is called in the texts.", "文字里用的名字。"),
        "gender": ("`f` for she, `m` for he.", "`f` 称她，`m` 称他。"),
        "role": ("Who it is.", "身份。"),
        "team": ("The team, or where the person appears.", "班组，或出现在哪里。"),
        "look": (
            "How the person is drawn; without it hair, skin and clothes follow from name, gender and role.",
            "画像的样子；不写时，发型、肤色和衣着由名字、性别和身份定。",
        ),
    },
    "look.PersonLook": {
        "": ("Parts of a portrait; those left out follow from the name.", "画像的各部分；没写的由名字定。"),
        "hair": ("The hair.", "发型。"),
        "hair_colour": ("Its colour.", "发色。"),
        "skin": ("The skin.", "肤色。"),
        "clothes": ("The clothes; `suit` brings a tie.", "衣着；`suit` 带领带。"),
        "colour": ("Colour of the clothes, one of the theme's.", "衣服的颜色，取主题里的一种。"),
        "wears": (
            "What else is worn: a headset says who answers calls, a badge who leads.",
            "佩戴什么：耳麦是坐席，工牌是班组长。",
        ),
    },
    "course.Question": {
        "": ("A question of the test bank.", "题库里的一道题。"),
        "id": ("Name of the question.", "题号。"),
        "module": ("Id of the module it belongs to.", "所属模块的编号。"),
        "objective": ("Id of the objective it tests.", "考查的目标的编号。"),
        "form": ("In which test: `pre` before the course, `post` after it.", "用在哪次测试：`pre` 课前，`post` 课后。"),
        "type": (
            "`single` has one right option, `multiple` several; `judgement` is right or wrong, `scenario` a short case",
            "`single` 单选，`multiple` 多选，`judgement` 判断，`scenario` 情境题。",
        ),
        "stem": ("The question itself.", "题干。"),
        "options": ("The options, lettered A, B, C as they stand.", "选项，按顺序为 A、B、C。"),
        "answer": (
            "Letters of the right options, or right or wrong; in the guide only.",
            "正确选项的字母，或对、错；只印在讲师手册。",
        ),
        "rationale": ("Why that is right; in the guide only.", "为什么；只印在讲师手册。"),
    },
    "course.ChecklistPart": {
        "": ("What to do at one time.", "某个时间要做的事。"),
        "when": ("When: two weeks before, on the morning.", "什么时候：课前两周、当天早上。"),
        "items": ("What to do, one entry each.", "要做的事，一条一项。"),
    },
    "course.Titled": {
        "": ("A text under a title.", "带标题的一段文字。"),
        "title": ("The title.", "标题。"),
        "text": ("The text.", "正文。"),
    },
    "course.Letter": {
        "": (
            "A letter of the course; letters to the same people take the place of those that deckgen ships.",
            "课程自己的一封信；写给同一类人的信，代替程序自带的。",
        ),
        "title": ("The title.", "标题。"),
        "text": ("The text.", "正文。"),
        "to": ("Who gets it.", "写给谁。"),
    },
    "course.Room": {
        "": ("The room and who teaches.", "场地与讲师。"),
        "name": ("Which room it is; on run sheets and in calendars.", "哪个场地；印在授课流程表和日历里。"),
        "layout": ("How the room is set up.", "场地怎么布置。"),
        "equipment": ("What must be there.", "需要的设备。"),
        "trainer": ("What the trainer must know or have done.", "对讲师的要求。"),
    },
    "course.Exemption": {
        "": ("A warning that is accepted, and why.", "一条接受的警告和理由。"),
        "code": ("Code of the warning, such as `DG406`.", "警告的代码，例如 `DG406`。"),
        "about": ("Id of what it is about; left out, it is accepted everywhere.", "针对哪个编号；不写就是全课程。"),
        "reason": ("Why it is right as it is.", "为什么这样没有问题。"),
    },
    "delivery.Delivery": {
        "": ("A length in which the course is given.", "课程的一种交付版本。"),
        "id": (
            "Its name, under which variants stand: `1-day`, `90-min`.",
            "名称，差异内容写在它下面：`1-day`、`90-min`。",
        ),
        "like": (
            "Another delivery, whose values this one takes where it has none of its own.",
            "以哪个版本为底本：自己没写的都取它的。",
        ),
        "title": ("What the length is called; left out, it is said in figures.", "时长的叫法；不写就用数字表示。"),
        "days": ("Days.", "天数。"),
        "hours": ("Contact hours of all days together.", "全部面授时间，单位小时。"),
        "day_minutes": (
            "Contact minutes of each day, where days differ; in place of `days` and `hours`.",
            "各天面授分钟数，各天不等长时写它，代替 `days` 和 `hours`。",
        ),
        "breaks": (
            "`exclusive`: breaks come on top of the hours; `inclusive`: they lie within them.",
            "`exclusive` 休息不算在课时内，`inclusive` 算在内。",
        ),
        "start": ("When days begin.", "每天几点开始。"),
        "sitting": ("Most minutes between two pauses.", "两次休息之间最多多少分钟。"),
        "break_minutes": ("Minutes of a break.", "每次休息多少分钟。"),
        "lunch": ("Lunch; without it there is none.", "午餐；不写就没有。"),
        "each_day": ("What single days have otherwise, one record a day.", "某一天与众不同之处，一天一条。"),
        "dates": (
            "Dates of the days, year-month-day; on agenda, run sheet and certificates.",
            "各天日期，年-月-日；印在日程、授课流程表和证书上。",
        ),
    },
    "delivery.DayTimes": {
        "": ("What one day has otherwise than the delivery says.", "某一天与版本总规定不同的地方。"),
        "start": ("When this day begins.", "这天几点开始。"),
        "sitting": ("Most minutes between two pauses of this day.", "这天两次休息之间最多多少分钟。"),
        "break_minutes": ("Minutes of a break of this day.", "这天每次休息多少分钟。"),
        "lunch": ("Lunch of this day.", "这天的午餐。"),
        "no_lunch": ("This day has no lunch, whatever the delivery says.", "这天没有午餐。"),
    },
    "delivery.Lunch": {
        "": ("When lunch is, and how long.", "午餐什么时候、多久。"),
        "after": ("Number of the sitting that it follows.", "在第几段课之后。"),
        "minutes": ("Minutes of lunch.", "午餐多少分钟。"),
    },
    "profile.Profile": {
        "": (
            "What one client's run of a course sets; variables of the course stand beside these keys.",
            "某个客户某一期课程的设定；课程的变量也写在这里。",
        ),
        "client": ("Whom the course is given to; on covers and in file names.", "客户名称，印在封面和文件名里。"),
        "title": ("Title of the course for this client.", "给这个客户的课程名。"),
        "subtitle": ("Line under the title.", "课程名下面的一行。"),
        "author": ("Who wrote or gives it.", "作者或讲师。"),
        "version": ("Version, in file names and footers.", "版本号，印在文件名和页脚。"),
        "date": ("Date of this edition: year-month-day.", "这一版的日期：年-月-日。"),
        "dates": ("Dates of the days; on agenda, run sheet and schedule.", "各天日期，印在日程和授课流程表上。"),
        "class_size": ("How many people come: `18`, `12-18`, or a record.", "人数：`18`、`12-18`，或分项写。"),
        "room": ("The room: its name, or a record.", "场地：名称，或分项写。"),
        "start": ("When days begin; one for all, or one a day.", "几点开始；一个，或每天一个。"),
        "lunch": (
            "Lunch: `11:40/60`, `11:40`, `/45` or `none`; one for all, or one a day.",
            "午餐：`11:40/60`、`11:40`、`/45` 或 `none`；一个，或每天一个。",
        ),
        "break_minutes": ("Minutes of a break; one for all, or one a day.", "每次休息多少分钟；一个，或每天一个。"),
        "sitting": (
            "Most minutes between two pauses; one for all, or one a day.",
            "两次休息之间最多多少分钟；一个，或每天一个。",
        ),
        "breaks": (
            "`exclusive`: breaks come on top of the hours; `inclusive`: they lie within them.",
            "`exclusive` 休息不算在课时内，`inclusive` 算在内。",
        ),
        "theme": ("Name of the theme.", "主题名称。"),
        "logo": (
            "Logo of the client: a picture's path from the folder of the profile.",
            "客户的标志：图片路径，从档案所在文件夹算起。",
        ),
        "brand": ("Colours, faces, logo and footer of the client.", "客户的颜色、字体、标志和页脚。"),
        "trainer": (
            "Whose private notes go into the guide: those of `notes/<trainer>.yaml`.",
            "哪位讲师的私人备注印进手册：`notes/<讲师>.yaml`。",
        ),
        "phrases": ("Fixed phrases in the client's words, by key.", "换成客户说法的固定用语，按键名写。"),
    },
    "brand.Brand": {
        "": ("The look of a house on a theme that comes with deckgen.", "公司的样子，套在自带主题上。"),
        "colours": (
            "Its colours; a single one is the main colour, several are main, accent and second colour.",
            "颜色；只写一个就是主色，写几个依次是主色、强调色、辅色。",
        ),
        "fonts": ("Its faces.", "字体。"),
        "logo": ("Logo: the path of a PNG, JPEG or SVG file.", "标志：PNG、JPEG 或 SVG 文件的路径。"),
        "footer": ("One line at the foot of slides and pages.", "幻灯片和页面底部的一行字。"),
    },
    "brand.BrandColours": {
        "": (
            "Colours of a house, six hexadecimal digits each; what is not named becomes a shade.",
            "公司的颜色，各写六位十六进制数；没写的由主色调出。",
        ),
        "primary": ("Main colour: titles, bars, talk.", "主色：标题、色条、讲授。"),
        "accent": ("Activities, what to do now.", "强调色：活动、现在要做的事。"),
        "secondary": ("Debriefs, second series.", "辅色：讲评、第二个数列。"),
        "positive": ("What is right.", "正确的颜色。"),
        "negative": ("What is wrong; warnings.", "错误和警告的颜色。"),
        "ink": ("Text.", "文字的颜色。"),
    },
    "brand.BrandFonts": {
        "": ("Faces of a house; what is not named stays as in the theme.", "公司的字体；没写的用主题的。"),
        "latin": ("Latin letters and digits.", "西文字体。"),
        "east_asian": ("Chinese characters.", "中文字体。"),
        "heading": ("Latin letters in titles of slides.", "幻灯片标题的西文字体。"),
    },
    "picture.Picture": {
        "": ("A PNG, JPEG or SVG file of the course's folder.", "课程文件夹里的一张图片：PNG、JPEG 或 SVG。"),
        "file": ("Its path from the folder of the course.", "从课程文件夹算起的路径。"),
        "alt": ("What it shows, for people who do not see it.", "图里有什么，给看不见的人读。"),
        "decorative": ("It tells nothing, so that it needs no `alt`.", "纯装饰，不需要 `alt`。"),
        "caption": ("Words under it.", "图下的说明。"),
        "credit": ("Whose it is.", "图片来源。"),
        "focus": (
            "What stays in sight when it is cropped to fill its place; without it the picture is shown whole.",
            "裁切铺满时必须留下的位置；不写就完整显示。",
        ),
    },
}
