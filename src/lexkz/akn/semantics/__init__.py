"""What the XSD cannot see: rules on eIds, links, periods, modifications, notes, units and identification.

Each rule is a function from an indexed document to findings, and has a code of its own, ``akn.<rule>``.
"""

from lxml import etree

from lexkz.akn.semantics import identity, ids, links, modifications, notes, unknown_and_repealed
from lexkz.akn.semantics.document import IndexedDocument, Rule
from lexkz.findings import Finding

RULES: dict[str, Rule] = {
    "akn.eid_duplicate": ids.duplicate,
    "akn.eid_missing": ids.missing,
    "akn.eid_prefix": ids.prefix,
    "akn.num_mismatch": ids.number,
    "akn.href_dangling": links.href,
    "akn.for_dangling": links.quoted_for,
    "akn.period_dangling": links.period,
    "akn.interval_dangling": links.interval,
    "akn.interval_reversed": links.interval_order,
    "akn.note_missing": notes.missing,
    "akn.note_unused": notes.unused,
    "akn.mod_without_effect": modifications.without_effect,
    "akn.effect_without_mod": modifications.without_mod,
    "akn.new_missing": modifications.new_missing,
    "akn.previous_missing": modifications.previous_missing,
    "akn.destination_missing": modifications.destination_missing,
    "akn.removed_with_units": unknown_and_repealed.removed_with_units,
    "akn.outline_unmarked": unknown_and_repealed.unmarked,
    "akn.outline_complete": unknown_and_repealed.complete,
    "akn.lifecycle_missing": identity.lifecycle_missing,
    "akn.original_missing": identity.original_missing,
    "akn.frbr_this": identity.this,
    "akn.frbr_expression": identity.expression,
    "akn.frbr_date": identity.date,
    "akn.frbr_component": identity.component,
}
"""Every rule under its code, in the order in which findings are given."""


def errors(root: etree._Element) -> tuple[Finding, ...]:
    """Return all findings of all rules on a document, rule by rule, each in the order of the file.

    ``root`` is the ``akomaNtoso`` element. Most findings are of severity ``error``; those that leave the file usable
    (a note that nothing leads to) are warnings. Time is linear in the size of the tree.
    """
    document = IndexedDocument(root)
    return tuple(finding for rule in RULES.values() for finding in rule(document))
