"""Kinds of Akoma Ntoso elements, by the official XSD: which hold running text, which stand in it, which are units."""


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


INLINE = _names(
    """a abbr affectedDocument argument b change concept courtType date decoration def del docAuthority docCommittee
    docDate docIntroducer docJurisdiction docNumber docProponent docPurpose docStage docStatus docTitle docType
    docketNumber embeddedText entity event fillIn from i inline ins judge lawyer legislature location mmod mod mref
    neutralCitation object omissis opinion organization outcome party person placeholder process quantity
    quotedText recordedTime ref relatedDocument remark rmod role rref session shortTitle signature span sub sup term
    time u vote"""
)
"""Elements that stand in a line of text and hold text themselves."""

MARKERS = frozenset({"br", "eol", "eop", "img", "marker", "noteRef"})
"""Empty elements that stand in a line of text."""

TEXT_BLOCKS = _names(
    """block caption crossHeading heading li listIntroduction listWrapUp narrative num p scene subheading summary
    tocItem"""
)
"""Elements that make a line of their own and hold text directly."""

MIXED = INLINE | TEXT_BLOCKS
"""Elements of mixed content: white space in them is text. In all others it is layout only."""

HIERARCHY = _names(
    """alinea article book chapter clause division hcontainer indent level list paragraph part point proviso rule
    section subchapter subclause subdivision sublist subparagraph subpart subrule subsection subtitle title tome
    transitional"""
)
"""Hierarchical units of a body: they can carry a number, a heading, and units below them."""

NUMBERED_LINES = frozenset(
    {"alinea", "clause", "indent", "item", "list", "paragraph", "point", "subclause", "sublist", "subparagraph"}
)
"""Units whose number always stands in one line with the first words below it, be they a subunit's ("1. 1) …")."""
