"""A hand-written workbook and guide that hold every element of a book."""

from __future__ import annotations

from deckgen.base.runs import Run, runs
from deckgen.base.units import Frame
from deckgen.measure import Faces, load_faces
from deckgen.model.diagrams.chevrons import Chevrons, Step
from deckgen.theme import Theme
from deckgen.tree import (
    Book,
    BookSection,
    Callout,
    Cell,
    Chart,
    Diagram,
    Drawing,
    Element,
    Field,
    Group,
    Heading,
    Label,
    ListBlock,
    Para,
    Picture,
    Properties,
    Row,
    Shape,
    Table,
    TextBox,
    Toc,
    WritingSpace,
)
from deckgen.tree import (
    Path as DrawnPath,
)

PROSE = (
    "客服一线主管每天在系统告警、排班缺口和客户升级之间来回切换。很多人以为只要足够忙，团队就会变好；"
    "可是忙碌本身并不会带来更高的首解率（FCR）。真正的差别在于：接到任务时有没有问清目的，派出任务时有没有说清标准，"
    "过程中有没有看得见的节点。请回想你最近一次返工的经历，它多半不是因为能力不足，而是因为第一句话没有对齐。"
)
SHORT = "先复述，再确认，最后约定汇报时间，三句话就能省下一次返工。"


def default_faces(theme: Theme) -> Faces:
    return load_faces(theme.fonts.latin_metrics, theme.fonts.east_asian_metrics)


def cells(*texts: str, role: str = "cell") -> Row:
    return Row(tuple(Cell((Para(runs(text), "cell"),) if text else (), role if text else "answer") for text in texts))  # type: ignore[arg-type]


def table(head: tuple[str, ...], rows: int, alt: str = "接任务的七个步骤与句式", keep: bool = False) -> Table:
    heads = (Row(tuple(Cell((Para(runs(text), "cell_head"),), "head") for text in head)),)
    body = tuple(
        Row(
            (
                Cell((Para(runs(f"第 {n} 步", strong=True), "cell"),), "row_head"),
                Cell((Para(runs("复述任务的目的、标准与时限，请上级确认有没有遗漏。"), "cell"),)),
                Cell((), "answer"),
            )
        )
        for n in range(1, rows + 1)
    )
    return Table((2.0, 5.0, 4.0), heads, body, alt, keep=keep)


def sheet(number: int, anchor: str) -> Group:
    facts = Table(
        (4.0, 4.0, 3.0, 6.0),
        (),
        (
            Row(
                tuple(
                    Cell((Para(runs(name), "small"), Para(runs(value), "cell")), "row_head")
                    for name, value in (
                        ("类型", "双人演练"),
                        ("模块", "向上管理"),
                        ("时间", "17 分钟"),
                        ("分组", "两人一组，角色互换"),
                    )
                )
            ),
        ),
        "练习单信息",
        "plain",
        keep=True,
    )
    children: tuple[Element, ...] = (
        Heading(2, runs(f"练习单 {number:02d}　七步接任务演练"), anchor),
        facts,
        Para((Run("目的：", strong=True), Run("能在三分钟内用七步句式接住一个模糊的任务。")), "plain"),
        Para(runs("步骤"), "label"),
        table(("步骤", "做什么", "我的句子"), 4, f"练习单 {number} 的步骤", keep=True),
        Para(runs("自查"), "label"),
        ListBlock((runs("我复述了任务的目的"), runs("我问清了衡量标准"), runs("我约定了第一次汇报的时间")), "check"),
        WritingSpace(3, runs("我听到的事实是……")),
        WritingSpace(2, runs("反思：下一次接任务时，我会先问哪一句？")),
    )
    return Group(children, f"sheet-{number}", "sheet", keep=True, new_page=True)


def drawing() -> Drawing:
    names = ("复述", "澄清", "标准", "时限", "资源", "风险", "汇报")
    shapes: list[Shape | DrawnPath] = []
    for index, name in enumerate(names):
        text = TextBox(
            (
                Label(runs(name), 11, "on_fill" if index == 2 else "ink", strong=True),
                Label(runs("一句话说清"), 9, "on_fill" if index == 2 else "ink"),
            )
        )
        fill = "primary" if index == 2 else "primary_soft"
        shapes.append(
            Shape(
                "chevron",
                Frame(index * 62.0, 10, 68, 56),
                fill,
                None,
                text=text,
                adjust=(0.2,),
                part=f"step-{index + 1}",
            )
        )
    wave = ((10.0, 110.0), (90.0, 84.0), (180.0, 120.0), (270.0, 80.0), (420.0, 104.0))
    shapes.append(DrawnPath(wave, smooth=True, line="accent", line_width=2.0, arrow=True, part="curve"))
    shapes.append(DrawnPath(((0.0, 100.0), (440.0, 100.0)), line="line", dash=True))
    shapes.append(Shape("ellipse", Frame(172, 112, 16, 16), "accent", "paper"))
    bubble = TextBox((Label(runs("峰值"), 9.5, "ink"),))
    shapes.append(Shape("callout", Frame(280, 112, 70, 26), "accent_soft", "accent", text=bubble))
    return Drawing(
        "journey",
        Frame(0, 0, 446, 146),
        tuple(shapes),
        "接任务七步：复述、澄清、标准、时限、资源、风险、汇报，情绪曲线在第四步达到峰值",
    )


def chart(kind: str = "column") -> Chart:
    return Chart(
        kind,  # type: ignore[arg-type]
        ("一季度", "二季度", "三季度", "四季度"),
        ("首解率", "目标"),
        ((62.0, 66.5, 71.0, 74.0), (65.0, 68.0, 70.0, 75.0)),
        "四个季度的首解率从 62% 升到 74%",
        "%",
        "示例数据，非真实统计（2024）",
    )


def callouts() -> tuple[Callout, ...]:
    body = (Para(runs(SHORT), "body"),)
    return (
        Callout("info", runs("本模块目标"), (ListBlock((runs("说出七步"), runs("在两分钟内完成一次复述"))),)),
        Callout("tip", runs("小提示"), body),
        Callout("warning", runs("✗ 反例"), body),
        Callout("apply", runs("用在我的团队"), (WritingSpace(2, runs("本周我会在哪件事上先复述？")),)),
        Callout("card", runs("任务卡 A"), body),
        Callout("example", runs("例子"), body),
        Callout("accessibility", runs("无障碍"), body),
        Callout("quote", (), (*body, Para(runs("—— 王强，二组"), "small"))),
        Callout("code", (), (Para(runs("if open:"), "code"), Para((), "code"), Para(runs("    say(三件)"), "code"))),
        Para(
            (Run("多数意外上一班有人知道"), Run("1", note=(Run("交接手册", href="https://example.com/"),)), Run("。"))
        ),
        ListBlock((runs("第一级"), runs("第二级"), runs("第三级")), levels=(0, 1, 2)),
    )


def module(number: int) -> BookSection:
    key = f"m{number}"
    children: list[Element] = [
        Heading(1, runs(f"模块 {number}　向上管理：把任务接稳"), key, new_page=True),
        Para(runs("把第一句话对齐，后面的路才不用返工。"), "lead"),
        drawing(),
        callouts()[0],
        Heading(2, runs(f"{number}.1　为什么越忙越乱"), f"{key}-1"),
        Para(runs(PROSE)),
        Para(
            (
                Run("详见"),
                Run("练习单", href=f"#sheet{number}"),
                Run("，第 "),
                Run("?", page_of=f"sheet{number}"),
                Run(" 页。"),
            )
        ),
        Heading(3, runs("三个信号"), f"{key}-1-1", toc=False),
        ListBlock((runs("同一件事被问了三次"), runs(SHORT), runs("下级在群里猜你的意思")), levels=(0, 1, 0)),
        Heading(3, runs("怎么做"), f"{key}-1-2", toc=False),
        ListBlock((runs("先复述"), runs("再确认"), runs("约定时间")), "number"),
        *callouts()[1:4],
        Heading(2, runs(f"{number}.2　四个季度的变化"), f"{key}-2"),
        Para(runs(PROSE)),
        chart("column" if number % 2 else "bar"),
        Para(runs(PROSE)),
        table(("步骤", "做什么", "我的句子"), 5 + number),
        Para(runs(PROSE + PROSE)),
        Heading(2, runs(f"{number}.3　阅读：工时利用率与质检"), f"{key}-3"),
        *(Para(runs(PROSE)) for _ in range(3 + number % 3)),
        sheet(number * 2, f"sheet{number}"),
        sheet(number * 2 + 1, f"sheet{number}b"),
    ]
    return BookSection(
        key, f"模块 {number}", tuple(children), header=f"一线客服主管管理能力提升\t模块 {number}　向上管理"
    )


def workbook(modules: int = 8, picture: str = "") -> Book:
    cover = BookSection(
        "cover",
        "封面",
        (
            Para(runs("学员手册"), "cover_meta"),
            Para(runs("一线客服主管管理能力提升"), "cover_title"),
            Para(runs("从忙到有效：六个核心动作"), "cover_subtitle"),
            Para(runs("两天版 · 12 小时"), "cover_meta"),
            Para(runs("版本 1.0 · 2025-03-01"), "cover_meta"),
            Field(runs("姓名"), "text", "cover-name", "点击填写"),
            Field(runs("团队"), "text", "cover-team", "点击填写"),
            Field(runs("日期"), "date", "cover-date", "选择日期"),
        ),
        cover=True,
    )
    extra: tuple[Element, ...] = (Picture(picture, "一张示意图", 320, 120),) if picture else ()
    front = BookSection(
        "front",
        "前言",
        (
            Toc(runs("目录"), 2),
            Heading(1, runs("使用说明"), "how-to-use", new_page=True),
            ListBlock((runs("书写区可以直接在电脑上填写"), runs("练习单按使用顺序排列"))),
            Heading(2, runs("日程"), "schedule"),
            table(("时间", "内容", "备注"), 6),
            Para((Run("更多资料见"), Run("官网", href="https://example.com/a?b=1&c=2"), Run("。")), "plain"),
            *extra,
            Group(
                (
                    Heading(2, runs("学习契约"), "contract"),
                    ListBlock((runs("手机静音"), runs("轮流发言")), "check"),
                    Field(runs("我的签名"), "text", "sign", "点击填写"),
                    Field(runs("我的角色"), "choice", "role", "请选择", ("组长", "记录", "计时")),
                    Field(runs("我已阅读"), "check", "read"),
                ),
                "contract",
                keep=True,
            ),
        ),
        header="一线客服主管管理能力提升",
    )
    sections = (cover, front, *(module(number) for number in range(1, modules + 1)))
    return Book(
        "workbook",
        properties("学员手册"),
        sections,
        "一线客服主管管理能力提升 · 1.0 · 2025-03-01",
        "第 {page} 页 共 {pages} 页",
    )


def guide(blocks: int = 6) -> Book:
    widths = (2.3, 1.0, 4.6, 3.0, 1.7, 1.5, 1.4, 3.2, 1.5, 1.2, 4.2)
    names = ("时钟", "分钟", "模块/环节", "方法", "讲/练/评", "PPT", "手册", "物料", "负责人", "能量", "备注")
    head = (Row(tuple(Cell((Para(runs(name), "run_head"),), "head") for name in names)),)
    values = (
        "09:00–09:17",
        "17",
        "B2.2 接任务七步与句式",
        "讲授、双人演练",
        "6/8/3",
        "12–18",
        "21",
        "任务卡、计时器",
        "讲师",
        "3",
        "可用弹性 2 分钟",
    )
    rows = tuple(Row(tuple(Cell((Para(runs(value), "run_cell"),)) for value in values)) for _ in range(18))
    run_sheet = BookSection(
        "run-sheet",
        "流程表",
        (Heading(1, runs("流程表"), "run-sheet", new_page=True), Table(widths, head, rows, "流程表", "run_sheet")),
        "landscape",
        "一线客服主管管理能力提升",
    )
    body: list[Element] = [Heading(1, runs("模块 1　向上管理"), "g1", new_page=True)]
    for number in range(1, blocks + 1):
        thumb = Drawing(
            "slide", Frame(0, 0, 180, 101), (Shape("rect", Frame(0, 0, 180, 101), "paper", "line"),), "幻灯片"
        )
        right = (
            Para(runs("接稳任务只要七步", strong=True), "cell"),
            Para(runs("PPT 12　09:00–09:05　5 分钟"), "cell"),
            Para(runs("一行提示：七步不是礼节，是防返工"), "cell"),
        )
        body += [
            Heading(2, runs(f"B1.{number}　接任务七步"), f"g1-{number}"),
            Group(
                (Table((4.4, 5.6), (), (Row((Cell((thumb,), "quiet"), Cell(right))),), "幻灯片", "plain", keep=True),),
                f"s{number}",
                "slide",
                keep=True,
            ),
            Para(runs("讲解要点"), "label"),
            ListBlock((runs("七步的顺序不能换"), runs("第三步最容易漏"))),
            Para((Run("讲：", strong=True), Run(PROSE)), "say"),
            Para(runs("动作：在白板上写下“目的”两个字"), "do"),
            Para(runs("提问：你上一次返工是因为什么？"), "ask"),
            Para(runs("期待回答：没问清标准；以为自己听懂了"), "note"),
            Para(runs("参考答案：先复述目的，再确认标准。"), "answer"),
            Para(runs("过渡语：问清楚之后，下一步是带着方案去请示。"), "transition"),
            Callout("answer", runs("评分点"), (ListBlock((runs("有复述"), runs("有时限"))),)),
            Callout("variant", runs("一天版差异"), (Para(runs("只做一轮，时间减为 8 分钟。"), "plain"),)),
        ]
    return Book(
        "guide",
        properties("讲师手册"),
        (run_sheet, BookSection("g1", "模块 1", tuple(body), header="讲师手册\t模块 1")),
        "讲师手册 · 1.0",
        "第 {page} 页 共 {pages} 页",
    )


def properties(title: str) -> Properties:
    return Properties(title, "一线客服主管管理能力提升", "zh-CN", "1.0", "2025-03-01", "示例机构", "客服;管理")


def diagram() -> Diagram:
    steps = tuple(Step(title=title, text="一句话") for title in ("复述", "澄清", "标准", "时限"))
    return Diagram(Chevrons(steps=steps), "四步")
