"""The countdown of a slide: a click on its clock wipes the ring around it in exactly the planned time.

Native animation, so that it needs no macro, sound or video; whoever shows the slide otherwise sees the printed minutes.
It is a sequence of its own, so that other clicks go on to the next slide as ever.
"""

from __future__ import annotations

from deckgen.base.markup import Markup, Template

_WIPE = 21  # the wheel among the effects of PowerPoint; its subtype 1 has one spoke
_TIMING = Template(
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
    '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" restart="whenNotActive" fill="hold" evtFilter="cancelBubble" '
    'nodeType="interactiveSeq"><p:stCondLst>{click}</p:stCondLst><p:endSync evt="end" delay="0"><p:rtn val="all"/>'
    '</p:endSync><p:childTnLst><p:par><p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst>'
    '<p:childTnLst><p:par><p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>'
    '<p:par><p:cTn id="5" presetID="{effect}" presetClass="exit" presetSubtype="1" fill="hold" nodeType="clickEffect">'
    '<p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>'
    '<p:animEffect transition="out" filter="wheel(1)"><p:cBhvr><p:cTn id="6" dur="{time}"/>{ring}</p:cBhvr>'
    '</p:animEffect><p:set><p:cBhvr><p:cTn id="7" dur="1" fill="hold"><p:stCondLst><p:cond delay="{last}"/>'
    "</p:stCondLst></p:cTn>{ring}<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
    '<p:to><p:strVal val="hidden"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>'
    "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn><p:nextCondLst>{click}</p:nextCondLst></p:seq>"
    "</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
)
_TARGET = Template('<p:tgtEl><p:spTgt spid="{number}"/></p:tgtEl>')
_CLICK = Template('<p:cond evt="onClick" delay="0">{target}</p:cond>')


def write_countdown(clock: int, ring: int, milliseconds: int) -> Markup:
    """The timing of a slide on which a click on the shape `clock` wipes the shape `ring` in so many milliseconds."""
    click, target = _CLICK(_TARGET(clock)), _TARGET(ring)
    return _TIMING(click=click, effect=_WIPE, time=milliseconds, ring=target, last=milliseconds - 1)
