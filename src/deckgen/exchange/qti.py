"""The question bank as a package of QTI 2.1: an item a question, a test a form, and a manifest.

Items are choices; what is right is told by the standard's own template `match_correct`, and the reason stands in the
feedback that is shown behind the answer.
"""

from __future__ import annotations

from collections.abc import Callable

from deckgen.base.markup import Markup, Template, encode, join
from deckgen.exchange.answers import is_right, right_letters
from deckgen.model.course import Course, Question
from deckgen.text.inline import plain_text

_DECLARATION = Markup('<?xml version="1.0" encoding="UTF-8"?>\n')
_QTI = Markup(
    'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 '
    'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"'
)
_ITEM = Template(
    '<assessmentItem {schema} identifier="{id}" title="{title}" adaptive="false" timeDependent="false" '
    'xml:lang="{language}">'
    '<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="identifier">'
    "<correctResponse>{right}</correctResponse></responseDeclaration>"
    '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">'
    "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>"
    '<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier">'
    "<defaultValue><value>why</value></defaultValue></outcomeDeclaration>"
    '<itemBody><choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="{most}">'
    "<prompt>{stem}</prompt>{choices}</choiceInteraction></itemBody>"
    '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>'
    '<modalFeedback outcomeIdentifier="FEEDBACK" identifier="why" showHide="show">{why}</modalFeedback>'
    "</assessmentItem>"
)
_VALUE = Template("<value>{id}</value>")
_CHOICE = Template('<simpleChoice identifier="{id}">{text}</simpleChoice>')
_TEST = Template(
    '<assessmentTest {schema} identifier="{id}" title="{title}">'
    '<testPart identifier="part" navigationMode="nonlinear" submissionMode="simultaneous">'
    '<assessmentSection identifier="section" title="{title}" visible="true">{items}</assessmentSection>'
    "</testPart></assessmentTest>"
)
_REFERENCE = Template('<assessmentItemRef identifier="{id}" href="{file}"/>')
_MANIFEST = Template(
    '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="{id}"><metadata>'
    "<schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>"
    "<organizations/><resources>{resources}</resources></manifest>"
)
_RESOURCE = Template('<resource identifier="{id}" type="{kind}" href="{file}"><file href="{file}"/>{needs}</resource>')
_NEEDS = Template('<dependency identifierref="{id}"/>')
_ITEM_KIND, _TEST_KIND = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"


def qti_parts(course: Course, say: Callable[[str], str]) -> dict[str, bytes]:
    """The parts of the package by name; `say` gives the names of the tests, and what right and wrong are called."""
    parts: dict[str, bytes] = {}
    resources: list[Markup] = []
    for form in ("pre", "post"):
        listed = [question for question in course.questions if question.form == form]
        if not listed:
            continue
        for question in listed:
            key, file = _key(question.id), f"items/{_key(question.id)}.xml"
            parts[file] = _part(_item(question, key, course.language, say))
            resources.append(_RESOURCE(id=key, kind=_ITEM_KIND, file=file, needs=Markup("")))
        key, file = f"test-{form}", f"tests/{form}test.xml"
        below = join(_REFERENCE(_key(question.id), f"../items/{_key(question.id)}.xml") for question in listed)
        parts[file] = _part(_TEST(schema=_QTI, id=key, title=say(f"{form}test"), items=below))
        needs = join(_NEEDS(_key(question.id)) for question in listed)
        resources.append(_RESOURCE(id=key, kind=_TEST_KIND, file=file, needs=needs))
    if parts:
        parts["imsmanifest.xml"] = _part(_MANIFEST(_key(course.id), join(resources)))
    return parts


def _part(root: Markup) -> bytes:
    return encode(_DECLARATION, root)


def _key(text: str) -> str:
    """An id as XML takes one: it begins with a letter and holds letters, digits, dots, dashes and underscores."""
    safe = "".join(char if char.isascii() and (char.isalnum() or char in ".-_") else f"_{ord(char):x}" for char in text)
    return f"q-{safe}"


def _item(question: Question, key: str, language: str, say: Callable[[str], str]) -> Markup:
    if question.options:
        choices = [(chr(65 + at), plain_text(text)) for at, text in enumerate(question.options)]
        right = right_letters(question)
    else:
        choices = [("RIGHT", say("right")), ("WRONG", say("wrong"))]
        right = ("RIGHT" if is_right(question) else "WRONG",)
    several = question.type == "multiple" or len(right) > 1
    return _ITEM(
        schema=_QTI,
        id=key,
        title=question.id,
        language=language,
        cardinality="multiple" if several else "single",
        right=join(_VALUE(letter) for letter in right),
        most="0" if several else "1",
        stem=plain_text(question.stem),
        choices=join(_CHOICE(letter, text) for letter, text in choices),
        why=plain_text(question.rationale),
    )
