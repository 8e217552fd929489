"""The meanings of the keys of themes."""

from __future__ import annotations

from deckgen.handbook.meanings.table import Table

_SIZES = {
    "size": ("Size in points.", "字号，单位磅。"),
    "strong": ("Whether it is bold.", "是否加粗。"),
    "colour": ("Colour role of the text.", "文字的颜色角色。"),
}

THEME: Table = {
    "theme": {
        "": ("What every role of a deck and of a book looks like.", "幻灯片和手册里每种角色的样子。"),
        "name": ("Name of the theme.", "主题名称。"),
        "fonts": ("Faces, and the tables by which text is measured.", "字体，以及量字宽用的字体表。"),
        "colours": ("Colour roles: six hexadecimal digits each.", "颜色角色，各写六位十六进制数。"),
        "scheme": (
            "Place of a colour in the Office scheme, so that decks can be re-coloured: `accent1`, `accent1 15/85`.",
            "颜色在 Office 配色方案里的位置，便于整套换色：`accent1`、`accent1 15/85`。",
        ),
        "slide_text": ("Sizes of text on slides by role.", "幻灯片各类文字的大小。"),
        "layouts": ("Layouts of the deck template by role, by their names.", "幻灯片模板里各角色的版式名称。"),
        "slots": ("Placeholders of each layout by what stands in them, by their names.", "每个版式里各占位符的名称。"),
        "book_text": ("Paragraph styles of books by role.", "手册的段落样式。"),
        "callouts": ("Boxes of books by role.", "手册的提示框。"),
        "page": (
            "Paper and margins of books; lengths in points, or with cm or mm.",
            "手册的纸张和边距；单位磅，也可写 cm、mm。",
        ),
        "page_items": (
            "Pictures, lines and colour bars that stand on pages of books.",
            "手册页面上的图片、文字和色块。",
        ),
        "layout_names": (
            "Whether layouts of a deck are called in the `language` of its course, or as in the `template`.",
            "课件的版式用课程的语言命名（`language`），还是沿用模板里的名称（`template`）。",
        ),
        "book_colours": (
            "Colours of books, all of them, where they are others than those of decks: paper is white.",
            "手册的全部颜色（若和课件不同）：纸是白的。",
        ),
        "book_scheme": ("Their places in the Office scheme of books.", "这些颜色在手册的 Office 配色方案里的位置。"),
        "shapes": ("Look of shapes that are drawn.", "所画图形的样子。"),
        "boxes": ("Distances in tables, boxes and room to write.", "表格、提示框和书写处的间距。"),
    },
    "theme.shapes": {
        "corner": (
            "Radius of the corners of cards in points; 0: as the size of their text asks.",
            "卡片圆角的半径，单位磅；0 表示按文字大小。",
        ),
    },
    "theme.fonts": {
        "latin": ("Face of Latin text.", "西文字体。"),
        "east_asian": ("Face of Chinese text.", "中文字体。"),
        "latin_metrics": ("Table by which Latin text is measured.", "量西文字宽用的表。"),
        "east_asian_metrics": ("Table by which Chinese text is measured.", "量中文字宽用的表。"),
        "heading": ("Latin face of titles, where it is another.", "标题的西文字体（若不同）。"),
        "mono": ("Face of code.", "代码的字体。"),
        "book_latin": ("Face of Latin text in books, where it is another.", "手册的西文字体（若不同）。"),
        "book_east_asian": ("Face of Chinese text in books, where it is another.", "手册的中文字体（若不同）。"),
    },
    "theme.text": {
        **_SIZES,
        "floor": ("Least size ever set, in points.", "最小字号，单位磅。"),
        "spacing": ("Line distance as a factor of 1.2 x size.", "行距，1.2 倍字号的倍数。"),
        "space_after": ("Points after a paragraph.", "段后距离，单位磅。"),
    },
    "theme.style": {
        **_SIZES,
        "name": ("Name of the style in the book template.", "手册模板里的样式名。"),
        "line": ("Exact line distance in points.", "固定行距，单位磅。"),
        "before": ("Distance before.", "段前距离。"),
        "after": ("Distance after.", "段后距离。"),
        "indent_left": ("Indentation from the left.", "左缩进。"),
        "first_line": ("Indentation of the first line; less than zero hangs.", "首行缩进；负数为悬挂。"),
        "keep_next": ("It stays with the next paragraph.", "与下段同页。"),
        "bar": ("Colour role of a bar at the left.", "左侧色条的颜色角色。"),
        "rule": ("Colour role of a line below.", "下方线条的颜色角色。"),
        "rule_above": ("Colour role of a line above.", "上方线条的颜色角色。"),
        "justify": ("Its lines are as long as the column.", "两端对齐。"),
        "fill": ("Colour role behind the text.", "底色的颜色角色。"),
    },
    "theme.callout": {
        "fill": ("Colour role of its ground.", "底色的颜色角色。"),
        "line": ("Colour role of its border.", "边框的颜色角色。"),
        "title": ("Colour role of its title.", "标题的颜色角色。"),
    },
    "theme.item": {
        "x": ("Distance from the left edge of the paper.", "距纸张左边。"),
        "y": ("Distance from the upper edge.", "距纸张上边。"),
        "w": ("Width.", "宽。"),
        "h": ("Height.", "高。"),
        "size": ("Size of its text in points.", "文字的字号，单位磅。"),
        "picture": ("Path of a picture from the folder of the theme.", "图片路径，从主题文件夹算起。"),
        "vector": ("The same picture as SVG.", "同一图片的 SVG。"),
        "text": ("A line of text.", "一行文字。"),
        "fill": ("Colour role of a filled box.", "填充色块的颜色角色。"),
        "pages": ("On which pages it stands.", "出现在哪些页上。"),
        "align": ("How its text is aligned.", "文字的对齐方式。"),
    },
    "theme.page": {
        "width": ("Width of the paper.", "纸宽。"),
        "height": ("Height of the paper.", "纸高。"),
        "top": ("Upper margin.", "上边距。"),
        "bottom": ("Lower margin.", "下边距。"),
        "left": ("Left margin.", "左边距。"),
        "right": ("Right margin.", "右边距。"),
        "gutter": ("Room for the binding.", "装订线。"),
        "header": ("Distance of the header from the edge.", "页眉距边界。"),
        "footer": ("Distance of the footer from the edge.", "页脚距边界。"),
        "mirrored": (
            "Pages face each other: `left` is the margin inside, `right` the one outside.",
            "左右页对称：`left` 是靠装订一侧的边距，`right` 是靠外一侧的边距。",
        ),
    },
}
