"""Lines to keep beside a scene: the rules of working together, and what closes a module; its one sentence alone."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.roles import OWN_PLACE
from deckgen.compose.dividers import compose_meeting, compose_scene
from deckgen.compose.frames import frame_slide
from deckgen.compose.kit import Kit
from deckgen.compose.pictures import compose_picture, credits_of
from deckgen.model.course import Module
from deckgen.tree import ListBlock, Para, Slide, Slot


def compose_contract(kit: Kit) -> Slide:
    """Rules of working together."""
    slots = [
        Slot("body", (ListBlock(tuple(kit.inline(rule) for rule in kit.course.contract), "check"),)),
        Slot("takeaway", (Para(kit.inline(kit.phrase("contract_takeaway")), "takeaway"),)),
    ]
    slots.append(Slot(OWN_PLACE, (compose_meeting(kit),), spare=True))
    return frame_slide(
        kit, "contract", "contract", "recall", kit.phrase("contract"), slots, "frame.contract", key="contract"
    )


def compose_recap(kit: Kit, module: Module) -> Slide:
    """What to take from a module; beside it the question that opened it, to be answered now."""
    slots = [
        Slot("body", (ListBlock(tuple(kit.inline(point) for point in module.summary), "check"),)),
    ]
    if module.key_message:
        slots.append(Slot("takeaway", (Para(kit.inline(module.key_message), "takeaway"),)))
    scene = compose_scene(kit, module, spoken=False)  # a bubble has no room there
    shown = compose_picture(kit, module.picture) if module.picture is not None else scene
    slots.append(Slot(OWN_PLACE, (shown,), spare=True))
    title = kit.fill("recap_of", title=module.title)
    slide = frame_slide(kit, f"{module.id}.recap", "recap", "recall", title, slots, "frame.recap", module, "summary")
    said = kit.told(kit.phrase("say"), module.recap_say) if module.recap_say else ()
    credit = credits_of(kit, (module.picture,)) if module.picture is not None else ()
    return replace(slide, notes=(*slide.notes, *said), source=credit)


def compose_motto(kit: Kit, module: Module) -> Slide:
    """The one sentence of a module, alone on a slide behind its recap, whose minutes it shares."""
    slots = [Slot("body", (Para(kit.inline(module.motto), "body"),))]
    title = kit.fill("motto_of", title=module.label)
    slide_id = f"{module.id}.recap+motto"  # a recap that goes on, to whoever counts slides
    return frame_slide(kit, slide_id, "motto", "statement", title, slots, "frame.motto", module, "motto")
