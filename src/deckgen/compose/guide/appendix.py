"""Appendix of the guide: question bank, indicators, letters, version log, and the role cards to cut out."""

from __future__ import annotations

from deckgen.base.runs import runs
from deckgen.compose.guide.keys import compose_key
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, grid
from deckgen.model.course import Question
from deckgen.model.sheets import DrillSheet, RoleCard, RoleplaySheet, Sheet, TaskCard
from deckgen.tree import BookSection, Callout, Element, Group, Heading, ListBlock, Para


def compose_appendix(kit: Kit) -> BookSection | None:
    """What is looked up rather than read; None when the course has none of it."""
    course, phrase = kit.course, kit.phrase
    elements: list[Element] = []
    for form in ("pre", "post"):
        listed = [question for question in course.questions if question.form == form]
        if listed:
            elements.append(Heading(1, runs(phrase(f"bank.{form}")), f"bank-{form}", new_page=True))
            elements.extend(_question(kit, number, question) for number, question in enumerate(listed, start=1))
    in_blocks = {sheet for entry in kit.agenda for sheet in entry.block.sheets}
    others = [sheet for sheet in course.sheets if sheet.id not in in_blocks and sheet.guide is not None]
    if others:
        elements.append(Heading(1, runs(phrase("other_keys")), "other-keys", new_page=True))
        for sheet in others:
            elements.extend(compose_key(kit, sheet))
    for key, texts in (("letters", course.letters), ("indicators", course.indicators)):
        if texts:
            elements.append(Heading(1, runs(phrase(key)), key, new_page=True))
            for item in texts:
                elements.append(Heading(2, kit.inline(item.title), f"{key}-{texts.index(item) + 1}", toc=False))
                elements.extend(kit.prose(item.text, "body", place=item.at("text")))
    if course.people:
        elements.append(Heading(2, runs(phrase("people")), "people"))
        told = [
            [person.name, phrase(f"gender.{person.gender}") if person.gender else "—", person.role or "—",
             person.team or "—"] for person in course.people
        ]  # fmt: skip
        head = [phrase(key) for key in ("person", "pronoun", "person_role", "person_team")]
        elements.append(grid(kit, head, told, (2, 1, 4, 4), phrase("people")))
    if course.changes:
        elements.append(Heading(2, runs(phrase("changes")), "changes"))
        rows: list[list[Content]] = [
            [item.title, kit.prose(item.text, "cell", "cell", item.at("text"))] for item in course.changes
        ]
        elements.append(grid(kit, [phrase("version"), phrase("what_changed")], rows, (2, 8), phrase("changes")))
    if not elements:
        return None
    return BookSection("appendix", phrase("appendix"), tuple(elements), header=kit.plain(course.title))


def _question(kit: Kit, number: int, question: Question) -> Group:
    phrase = kit.phrase
    kind = phrase(f"question.{question.type}")
    told = kit.fill("question_line", kind=kind, objective=question.objective, stem=question.stem)
    stem = (*runs(kit.phrase("question_number", n=number), strong=True), *told)
    elements: list[Element] = [Para(stem, "plain")]
    if question.options:
        lettered = tuple(kit.inline(f"{chr(64 + n)}. ", text) for n, text in enumerate(question.options, start=1))
        elements.append(ListBlock(lettered, "bullet"))
    answer = kit.fill("answer_line", answer=question.answer, why=question.rationale)
    elements.append(kit.labelled(phrase("answer_key"), answer, "answer"))
    return Group(tuple(elements), question.id, "answer", keep=True)


def compose_role_cards(kit: Kit) -> BookSection | None:
    """Cards to cut out, of role-plays and of drills that somebody plays; None when the delivery has none."""
    used = {sheet for entry in kit.agenda for sheet in entry.block.sheets}
    sheets = [sheet for sheet in kit.course.sheets if sheet.id in used and _has_cards(sheet)]
    if not sheets:
        return None
    phrase = kit.phrase
    elements: list[Element] = [Heading(1, runs(phrase("role_cards")), "role-cards", new_page=True)]
    elements.append(Para(runs(phrase("role_cards_lead")), "lead"))
    for number, sheet in enumerate(sheets):
        title = kit.inline(f"{sheet.label}{phrase('gap')}", sheet.title)
        # the cards of a sheet are cut from pages of their own
        elements.append(Heading(2, title, f"cards-{sheet.id}", new_page=number > 0, toc=False))
        if isinstance(sheet, DrillSheet):
            elements.extend(_task_card(kit, sheet.label, card) for card in sheet.cards if card.play)
            continue
        assert isinstance(sheet, RoleplaySheet)
        elements.extend(_card(kit, sheet.label, card) for card in sheet.cards)
        if sheet.observer_brief:
            brief = kit.prose(sheet.observer_brief, "plain", place=sheet.at("observer_brief"))
            elements.append(Callout("card", runs(f"{sheet.label}{phrase('gap')}{phrase('observer_card')}"), brief))
    return BookSection("role-cards", phrase("role_cards"), tuple(elements), header=kit.plain(kit.course.title))


def _has_cards(sheet: Sheet) -> bool:
    if isinstance(sheet, DrillSheet):
        return any(card.play for card in sheet.cards)
    return isinstance(sheet, RoleplaySheet) and bool(sheet.cards or sheet.observer_brief)


def _task_card(kit: Kit, sheet_id: str, card: TaskCard) -> Callout:
    """The card of a drill for the one who plays it."""
    said = kit.prose(card.text, "plain", place=card.at("text"))
    played = kit.told(kit.phrase("card.play"), card.play, "plain", card.at("play"))
    return Callout("card", kit.inline(f"{sheet_id}　", card.title), (*said, *played))


def _card(kit: Kit, sheet_id: str, card: RoleCard) -> Callout:
    phrase = kit.phrase
    lines: list[Element] = []
    for key in ("identity", "goal", "knows", "hidden", "limits", "emotion", "yields"):
        text = getattr(card, key)
        if text:
            lines.append(kit.labelled(phrase(f"card.{key}"), text))
    if card.resistance is not None:
        mark = "●" * card.resistance + "○" * (5 - card.resistance)
        lines.append(kit.labelled(phrase("card.resistance"), mark))
    gap = phrase("gap")
    title = kit.inline(f"{sheet_id}{gap}", *phrase.parts("card_of", role=card.role), gap, card.name)
    return Callout("card", title, tuple(lines))
