"""The order in which Word's properties stand in their element: Word takes a file in another order for damaged.

ISO/IEC 29500-1 (transitional), 17.3.1.26, 17.3.1.29, 17.3.2.28, 17.4.70, 17.4.82.
"""

from collections.abc import Mapping, Sequence

from lxml import etree

from lexkz.publication.docx.names import qw


def _names(said: str) -> tuple[str, ...]:
    return tuple(said.split())


ORDERS: Mapping[str, Sequence[str]] = {
    "pPr": _names(
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": _names(
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "numPr": _names("ilvl numId numberingChange ins"),
    "tcPr": _names(
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
        "headers cellIns cellDel cellMerge tcPrChange"
    ),
    "tblPr": _names(
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
}
"""Local name of an element to its children in order. In ``w:trPr`` all but these last may stand in any order."""
LAST_OF_ROW = ("ins", "del", "trPrChange")
"""What stands after all else in ``w:trPr``, in this order."""


def put(properties: etree._Element, made: etree._Element) -> etree._Element:
    """Put ``made`` in its place among ``properties``, in place of what stands there under its name; return it."""
    for old in properties.findall(made.tag):
        properties.remove(old)
    name = _local(properties)
    order = LAST_OF_ROW if name == "trPr" else ORDERS[name]
    after = [qw(later) for later in order[order.index(_local(made)) + 1 :]] if _local(made) in order else []
    if name == "trPr" and _local(made) not in order:
        after = [qw(later) for later in order]
    place = next((child for child in properties if child.tag in after), None)
    if place is None:
        properties.append(made)
    else:
        place.addprevious(made)
    return made


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
