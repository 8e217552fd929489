"""What moves on a slide: its items appear click by click, and a click on its clock lets its ring run out.

Native animation, so that it needs no macro, sound or video; whoever shows or prints the slide otherwise sees all of
it, with the printed minutes. The countdown is a sequence of its own, so that other clicks go on as ever.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from deckgen.base.markup import Markup, Template, join

_WIPE, _FADE = 21, 10  # the wheel and the fade among the effects of PowerPoint; subtype 1 of the wheel has one spoke
_FADES_IN = 400  # milliseconds
_TIMING = Template(
    '<p:timing><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
    "{sequences}</p:childTnLst></p:cTn></p:par></p:tnLst>{builds}</p:timing>"
)
_COUNTDOWN = Template(
    '<p:seq concurrent="1" nextAc="seek"><p:cTn id="{a}" restart="whenNotActive" fill="hold" evtFilter="cancelBubble" '
    'nodeType="interactiveSeq"><p:stCondLst>{click}</p:stCondLst><p:endSync evt="end" delay="0"><p:rtn val="all"/>'
    '</p:endSync><p:childTnLst><p:par><p:cTn id="{b}" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst>'
    '<p:childTnLst><p:par><p:cTn id="{c}" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>'
    '<p:par><p:cTn id="{d}" presetID="{effect}" presetClass="exit" presetSubtype="1" fill="hold" '
    'nodeType="clickEffect"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>'
    '<p:animEffect transition="out" filter="wheel(1)"><p:cBhvr><p:cTn id="{e}" dur="{time}"/>{ring}</p:cBhvr>'
    '</p:animEffect><p:set><p:cBhvr><p:cTn id="{f}" dur="1" fill="hold"><p:stCondLst><p:cond delay="{last}"/>'
    "</p:stCondLst></p:cTn>{ring}<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
    '<p:to><p:strVal val="hidden"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>'
    "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn><p:nextCondLst>{click}</p:nextCondLst></p:seq>"
)
_MAIN = Template(
    '<p:seq concurrent="1" nextAc="seek"><p:cTn id="{id}" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{clicks}'
    '</p:childTnLst></p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
    '</p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
    "</p:nextCondLst></p:seq>"
)
_STEP = Template(
    '<p:par><p:cTn id="{a}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst>'
    '<p:par><p:cTn id="{b}" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>{effects}'
    "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
)
_APPEARS = Template(
    '<p:par><p:cTn id="{a}" presetID="{effect}" presetClass="entr" presetSubtype="0" fill="hold"{group} '
    'nodeType="{when}"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr>'
    '<p:cTn id="{b}" dur="1" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn>{target}'
    "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to>"
    '<p:strVal val="visible"/></p:to></p:set><p:animEffect transition="in" filter="fade"><p:cBhvr>'
    '<p:cTn id="{c}" dur="{time}"/>{target}</p:cBhvr></p:animEffect></p:childTnLst></p:cTn></p:par>'
)
_TARGET = Template('<p:tgtEl><p:spTgt spid="{number}"/></p:tgtEl>')
_PARAGRAPH = Template(
    '<p:tgtEl><p:spTgt spid="{number}"><p:txEl><p:pRg st="{at}" end="{at}"/></p:txEl></p:spTgt></p:tgtEl>'
)
_CLICK = Template('<p:cond evt="onClick" delay="0">{target}</p:cond>')
_BUILT = Template('<p:bldP spid="{number}" grpId="0"{how}/>')
_BY_PARAGRAPH, _WITH_GROUND = Markup(' build="p"'), Markup(' animBg="1"')
_BUILDS = Template("<p:bldLst>{builds}</p:bldLst>")
_GROUPED, _NONE = Markup(' grpId="0"'), Markup("")


class Countdown(NamedTuple):
    """A click on the shape `clock` wipes the shape `ring` in so many milliseconds."""

    clock: int
    ring: int
    milliseconds: int


class Appearance(NamedTuple):
    """A shape that appears at a click: whole, or of its text one paragraph, counted from 0.

    `has_text` says that it is a text of the slide's own, which a paragraph belongs to, too.
    """

    shape: int
    paragraph: int | None = None
    has_text: bool = False


def write_timing(clicks: Sequence[Sequence[Appearance]], countdown: Countdown | None) -> Markup:
    """The timing of a slide: what appears at each of its clicks, and its countdown; nothing where nothing moves."""
    numbers = itertools.count(1)
    root = next(numbers)
    sequences = []
    if clicks:
        main = next(numbers)
        sequences.append(_MAIN(main, join(_write_click(shown, numbers) for shown in clicks)))
    if countdown is not None:
        click, ring = _CLICK(_TARGET(countdown.clock)), _TARGET(countdown.ring)
        ids = dict(zip("abcdef", numbers, strict=False))
        time = countdown.milliseconds
        sequences.append(_COUNTDOWN(click=click, effect=_WIPE, time=time, ring=ring, last=time - 1, **ids))
    builds = join(_write_builds(shown for click in clicks for shown in click))
    return _TIMING(root, join(sequences), _BUILDS(builds) if builds else _NONE) if sequences else _NONE


def _write_click(shown: Sequence[Appearance], numbers: Iterator[int]) -> Markup:
    outer, inner = next(numbers), next(numbers)
    effects = []
    for at, one in enumerate(shown):
        target = _TARGET(one.shape) if one.paragraph is None else _PARAGRAPH(number=one.shape, at=one.paragraph)
        ids = dict(zip("abc", numbers, strict=False))
        when = "withEffect" if at else "clickEffect"
        group = _GROUPED if one.has_text else _NONE
        effects.append(_APPEARS(effect=_FADE, group=group, when=when, target=target, time=_FADES_IN, **ids))
    return _STEP(outer, inner, join(effects))


def _write_builds(shown: Iterable[Appearance]) -> Iterator[Markup]:
    """How the texts among them are built, each once."""
    texts = {one.shape: one.paragraph is not None for one in shown if one.has_text}
    for number, by_paragraph in texts.items():
        yield _BUILT(number, _BY_PARAGRAPH if by_paragraph else _WITH_GROUND)
