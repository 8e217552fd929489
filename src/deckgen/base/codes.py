"""The one table of diagnostic codes.

Ranges: DG0xx reading YAML; DG1xx shape of the data; DG2xx references; DG3xx planning;
DG4xx rules of the deliverables; DG5xx fit and pagination; DG6xx theme; DG7xx options and output.
A code is never reused for another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """What a diagnostic code means, and whether it stops the build: an error does, a warning does when nothing may be
    left, a hint never.
    """

    title: str
    severity: Literal["error", "warning", "hint"] = "error"


CODES: dict[str, Code] = {
    # reading YAML
    "DG001": Code("not valid YAML"),
    "DG002": Code("tab in the indentation"),
    "DG003": Code("key written twice"),
    "DG004": Code("unknown tag"),
    "DG005": Code("key is not text"),
    "DG006": Code("merge key"),
    "DG007": Code("alias without its anchor"),
    "DG008": Code("aliases or includes expand too far"),
    "DG009": Code("nested too deep"),
    "DG010": Code("more than one document in a file"),
    "DG011": Code("empty file"),
    "DG012": Code("byte order mark"),
    "DG013": Code("file is UTF-16"),
    "DG014": Code("file is GBK or GB18030"),
    "DG015": Code("bytes that are not UTF-8"),
    "DG016": Code("control character"),
    "DG017": Code("file too large"),
    "DG018": Code("file cannot be read"),
    "DG019": Code("included file does not exist"),
    "DG020": Code("include leaves the course folder"),
    "DG021": Code("include goes in a circle"),
    "DG022": Code("include names a folder"),
    "DG023": Code("include without a path"),
    "DG030": Code("text cut by #"),
    "DG031": Code("a comment close behind a text", "warning"),
    "DG032": Code("a character that nobody sees"),
    # shape of the data
    "DG101": Code("unknown key"),
    "DG102": Code("missing key"),
    "DG103": Code("wrong type"),
    "DG104": Code("unknown word"),
    "DG105": Code("out of limits"),
    "DG106": Code("inconsistent values"),
    "DG107": Code("variable cannot be filled in"),
    "DG108": Code("a delivery id that is a key of the format"),
    "DG109": Code("a delivery that is like none, or goes in a circle"),
    "DG110": Code("a name that no file can have"),
    "DG111": Code("an exemption of an error"),
    "DG121": Code("markup that is not supported"),
    "DG122": Code("a list mark in a text"),
    "DG123": Code("a link that cannot be followed"),
    "DG124": Code("lines that run together"),
    "DG125": Code("a text is too long"),
    "DG126": Code("one entry where several may be meant", "warning"),
    "DG127": Code("a blank text"),
    "DG128": Code("a block of a text that is not whole"),
    # references
    "DG201": Code("unknown delivery"),
    "DG202": Code("variant of a single value"),
    "DG203": Code("unknown sheet"),
    "DG204": Code("unknown objective"),
    "DG205": Code("unknown coverage point"),
    "DG206": Code("id used twice"),
    "DG207": Code("unknown module"),
    "DG208": Code("unknown glossary entry"),
    "DG209": Code("an exemption about nothing"),
    "DG211": Code("values that a delivery is not given", "warning"),
    "DG212": Code("a link to a part that is not there"),
    "DG213": Code("unknown dimension"),
    # planning
    "DG301": Code("minutes do not sum to the delivery"),
    "DG302": Code("a block does not fit its sitting"),
    "DG303": Code("a block has no minutes"),
    "DG304": Code("slide minutes do not sum to the block"),
    "DG305": Code("sheet minutes do not sum to the block"),
    "DG306": Code("a delivery is impossible"),
    "DG307": Code("day start or close stands in the wrong place"),
    "DG308": Code("a block depends on one that is not there"),
    "DG309": Code("a point of the outline is left out of a free length", "warning"),
    "DG310": Code("lunch cannot be at the time asked for", "warning"),
    "DG311": Code("no plan for this length"),
    "DG312": Code("the rest of the day cannot be planned"),
    "DG313": Code("minutes that could be shared out in several ways"),
    "DG314": Code("minutes of a draft that were shared out", "hint"),
    "DG315": Code("a day runs past midnight"),
    "DG316": Code("lunch lies outside of the day"),
    "DG317": Code("conditions that could not all be weighed", "warning"),
    "DG318": Code("more minutes given up than a block can spare"),
    # rules of the deliverables
    "DG401": Code("a slide lacks notes"),
    "DG402": Code("a point of the outline is not taught"),
    "DG403": Code("an objective is not taught, practised or assessed", "warning"),
    "DG404": Code("a title is no assertion", "warning"),
    "DG405": Code("too much text on a slide", "warning"),
    "DG406": Code("a note of unusual length", "warning"),
    "DG407": Code("too much talk", "warning"),
    "DG408": Code("too little debrief", "warning"),
    "DG409": Code("a long run of talk", "warning"),
    "DG410": Code("too few elastic minutes", "warning"),
    "DG411": Code("talk after lunch", "warning"),
    "DG412": Code("a day ends on a talk", "warning"),
    "DG413": Code("a core skill is not practised by everyone"),
    "DG414": Code("a sitting is too long"),
    "DG415": Code("a title is used twice", "warning"),
    "DG416": Code("unusual number of slides", "warning"),
    "DG417": Code("words of the facilitator where participants read"),
    "DG418": Code("something of another delivery"),
    "DG419": Code("too few kinds of activity", "warning"),
    "DG421": Code("a module lacks a part", "warning"),
    "DG422": Code("a sheet lacks a part", "warning"),
    "DG423": Code("what a draft still needs", "hint"),
    "DG424": Code("a text that is still to be written, or an open note"),
    "DG425": Code("an exemption of what is not there", "warning"),
    "DG434": Code("a sub-point of the outline is not shown", "warning"),
    # fit and pagination
    "DG501": Code("a label of a diagram does not fit"),
    "DG502": Code("a title is too long"),
    "DG503": Code("a text does not fit and cannot be split"),
    "DG510": Code("a source line or breadcrumb is too long"),
    "DG504": Code("page reference to an anchor that is not in the workbook"),
    "DG505": Code("text of a diagram does not fit on its page"),
    "DG507": Code("a line of code is wider than its place"),
    "DG506": Code("something that may not be split is longer than a page", "warning"),
    "DG508": Code("a picture with too few dots for its place", "warning"),
    "DG520": Code("a picture that is not there"),
    "DG521": Code("a picture in another spelling"),
    "DG522": Code("a picture that cannot be read"),
    "DG523": Code("a file that is no picture"),
    "DG524": Code("a picture of another kind than its name says"),
    "DG525": Code("an animated picture"),
    "DG526": Code("a picture that is too large"),
    "DG527": Code("an SVG that cannot be taken"),
    "DG528": Code("something of an SVG that is left out", "warning"),
    "DG529": Code("texts in an SVG", "warning"),
    # theme
    "DG601": Code("a theme lacks an answer"),
    "DG602": Code("a theme names a layout its deck template does not have"),
    "DG603": Code("a theme names a placeholder its layout does not have"),
    "DG604": Code("a theme answers what nobody asks"),
    "DG605": Code("a theme has a value that cannot be used"),
    "DG606": Code("a theme has a colour that cannot be read"),
    "DG607": Code("text of a theme has too little contrast"),
    "DG608": Code("theme not found"),
    "DG609": Code("a theme's template cannot be used"),
    "DG610": Code("a deck template has other colours or faces than its theme"),
    "DG611": Code("a placeholder of a deck template has no place"),
    "DG612": Code("two of a deck template have the name a theme asks for"),
    # options and output
    "DG701": Code("output cannot be written"),
    "DG702": Code("output folder is a file"),
    "DG710": Code("a client that no file can be called after"),
    "DG711": Code("file names that are too long"),
    "DG712": Code("two courses of one build have one id"),
}
