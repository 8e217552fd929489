"""Role names: what compose asks for and a theme answers.

A theme must answer every role in this file but those it may leave to be derived; nothing else may be asked for.
"""

from __future__ import annotations

from typing import Literal, get_args

Colour = Literal[
    "ink",  # body text
    "muted",  # secondary text, source lines
    "paper",  # slide and page background
    "surface",  # quiet fill behind text
    "line",  # rules and borders
    "primary",  # the theme's main colour
    "primary_soft",  # its tint, for fills under ink
    "secondary",
    "secondary_soft",
    "accent",  # activities, what to do now
    "accent_soft",
    "positive",
    "positive_soft",
    "negative",
    "negative_soft",
    "on_fill",  # text on primary, secondary, accent, positive, negative
    # A theme need not name these: each follows from one of the others (`theme.tints`).
    "hair_line",  # frames of cards, rules that part without being looked at
    "card",  # ground of cards and bubbles: paper, or what stands out from a dark one
    "disc",  # behind a portrait: light in every theme, so that dark hair is seen
    "disc_pale",  # the same on a tinted ground
    "wall",  # behind people at work
    "mark",  # look here: one thing on a slide
    "mark_soft",
    "glow",  # lit paper and doors, light in every theme
    "dark",  # dark in every theme: text on mark, hair, headsets
    "light",  # light in every theme: shirts, paper that is drawn
    "accent_shade",  # folds and shadows in that colour
    "positive_shade",
    "mark_shade",
    "ink_soft",  # dark cloth
    "skin_light",
    "skin_light_shade",
    "skin",
    "skin_shade",
    "skin_deep",
    "skin_deep_shade",
    "brown",  # hair
]
DERIVED_COLOURS: tuple[str, ...] = get_args(Colour)[get_args(Colour).index("hair_line") :]
COLOURS: tuple[str, ...] = get_args(Colour)[: -len(DERIVED_COLOURS)]  # those that a theme must answer

# Series of a chart in their order, and slices of a pie; one beyond the last begins again.
CHART_COLOURS: tuple[Colour, ...] = ("primary", "accent", "secondary", "positive", "muted", "negative")
CHART_NEUTRAL: Colour = "line"  # what stands beside the one series or value that is highlighted

# Layouts of a deck, each with the slots its slides may fill. `title` is the title placeholder;
# `canvas` takes one table, chart, picture or diagram; the other slots take paragraphs and lists.
LAYOUTS: dict[str, tuple[str, ...]] = {
    "cover": ("title", "subtitle", "meta"),
    "divider": ("title", "kicker", "body", "canvas"),  # module opener: number, objectives, course map
    "visual": ("title", "lead", "canvas"),  # one diagram or picture
    "table": ("title", "lead", "canvas"),  # one table or chart
    "split": ("title", "lead", "body", "canvas"),  # text left, visual right
    "text": ("title", "lead", "body"),
    "statement": ("title", "body"),  # one sentence to remember
    "activity": ("title", "lead", "canvas"),  # participants act
    "debrief": ("title", "body", "takeaway"),
    "recap": ("title", "body", "takeaway"),
    "close": ("title", "subtitle", "meta"),
}
# Layouts that a theme may have for some slides of another role, and that role: without them the slides stand there.
FURTHER_LAYOUTS: dict[str, str] = {
    "aside": "visual",  # the title beside a picture that is about as high as wide
    "desk": "activity",  # everybody works at the own place, on paper
    "overview": "visual",  # the whole of the course, or of a day
    "pause": "visual",  # while everybody is out
    "recall": "recap",  # what to take along, beside a picture
}
ALL_LAYOUTS: dict[str, tuple[str, ...]] = {**LAYOUTS, **{key: LAYOUTS[role] for key, role in FURTHER_LAYOUTS.items()}}
OWN_PLACE = "picture"  # a slot that a layout may have; on one that has none fit finds its place beside the others
# Kinds of shapes on slides that say nothing themselves: by what they fill, or by their geometry.
SHAPE_KINDS = (
    "title", "subtitle", "meta", "number", "kicker", "lead", "body", "takeaway", "canvas", "picture", "source",
    "breadcrumb", "page", "text", "bar", "icon", "line", "connector", "path", "rect", "round_rect", "ellipse",
    "chevron", "home_plate", "triangle", "trapezoid", "right_arrow", "diamond", "hexagon", "callout",
)  # fmt: skip
MAY_HAVE = ("source", "number", OWN_PLACE)  # slots that a layout may have or not
# Slots whose placeholder asks for something in the language of the course where nobody has written yet.
PROMPTED = (
    "title", "subtitle", "meta", "number", "kicker", "lead", "body", "takeaway", "canvas", "picture", "source",
)  # fmt: skip
FURNITURE = ("breadcrumb", "page")  # placeholders on every layout but cover and close

# Text roles on slides; the theme gives each an ideal size and a floor in points.
SLIDE_TEXT = (
    "title",
    "subtitle",
    "meta",
    "kicker",
    "lead",
    "body",
    "takeaway",
    "label",  # text in diagrams
    "label_strong",  # headings inside diagrams
    "cell",
    "cell_head",
    "source",
    "breadcrumb",
    "page",
    "code",  # monospaced, its lines never broken
)

# Sizes of text on slides, in points: the steps by which texts go down to their floors, and drawings and tables up.
TYPE_SCALE = (12.0, 18.0, 22.0, 28.0, 44.0, 96.0)

# Paragraph styles of a book.
BOOK_TEXT = (
    "cover_title",
    "cover_subtitle",
    "cover_meta",
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    "toc_title",
    "toc1",
    "toc2",
    "toc3",
    "body",  # running text, first-line indent
    "plain",  # no indent: after labels, in cards
    "lead",
    "bullet",
    "number",
    "check",
    "label",  # small caption-like heading inside a sheet
    "brief",  # what a sheet asks for: words behind a strong label
    "verb",  # what a step of a sheet is: listen, write, talk, look back
    "sheet_title",  # title in the band of an exercise sheet
    "field",  # label and control of something to fill in
    "line",  # the same on a ruled line
    "cell",
    "cell_head",
    "caption",
    "prompt",  # invites writing
    "say",  # spoken by the trainer
    "do",
    "ask",
    "answer",  # guide only
    "transition",
    "note",
    "small",
    "pen",  # says that people write now
    "chapter_number",  # the number of a chapter before its title, in the size of that
    "sheet_kind",  # what kind of paper the number of a sheet counts
    "sheet_number",
    "sheet_meta",  # minutes, grouping, slide
    "cell_dense",  # where a table holds much
    "sign_say",  # tells at arm's length what follows: words to say
    "sign_do",
    "sign_ask",
    "clock",  # when a slide or an act begins
    "slide_number",
    "slide_title",
    "on_screen",  # what the screen shows meanwhile
    "expected",  # answers to hear
    "slug",  # beside a card to cut: what it is, and how often it is printed
    "aside",  # what stands beside or below what is read first
    "beside",  # points in the narrow column of an entry
    "walk",  # what to look at on the way round
    "rung",  # a question of a debriefing
    "block_title",  # the heading of a block
    "block_facts",  # clock and minutes beside it
    "tool",  # on cards that are read while standing
    "role_card",
    "run_cell",  # dense table of the run sheet
    "certificate_title",
    "certificate_course",
    "certificate",
    "run_head",
    "run_clock",  # when a block begins
    "run_title",
    "run_value",  # minutes, pages and what else is read from a step away
    "code",  # monospaced, its lines never broken
    "header",
    "footer",
)

# What is in one of these roles, paragraph, box or group, is the facilitator's: no participant gets it.
TRAINER_ROLES = frozenset({"say", "do", "ask", "answer", "transition", "note", "card", "variant"})

# Boxes of a book.
CALLOUTS = (
    "info",
    "tip",
    "warning",
    "apply",
    "answer",
    "variant",
    "card",
    "sheet_head",
    "example",
    "accessibility",
    "quote",
    "code",
)

# Notices that an author may write, and their boxes.
NOTICE_BOXES = {
    "note": "info",
    "tip": "tip",
    "warning": "warning",
    "example": "example",
    "accessibility": "accessibility",
}

# Roles that a theme may leave to what is derived from its other answers.
DERIVED = (
    "code",
    "line",
    "brief",
    "verb",
    "pen",
    "chapter_number",
    "sheet_kind",
    "sheet_number",
    "sheet_meta",
    "cell_dense",
    "clock",
    "slide_number",
    "slide_title",
    "on_screen",
    "expected",
    "certificate_title",
    "certificate_course",
    "certificate",
    "run_clock",
    "run_title",
    "run_value",
    "slug",
    "aside",
    "beside",
    "walk",
    "rung",
    "block_title",
    "block_facts",
    "tool",
    "role_card",
    "example",
    "accessibility",
    "quote",
)
