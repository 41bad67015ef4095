"""A unit is reworded: «пункт 29 изложить в следующей (новой) редакции:», «… согласно приложению 1 к настоящему …».

Without a unit the sentence goes on about the one it has named: «пункт 5 считать пунктом 6 и изложить в … редакции»;
and the number can stand behind the wording: «пункт 5 изложить в следующей редакции и считать пунктом 6:».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="replace | _worded_and_numbered",
    grammar="""
replace: place_outer* targets_acc on_tongue? _how* WRITE _how* inline?
     | targets_acc place_outer _how* WRITE _how* inline?
     | place_outer* WRITE targets_acc _how+ inline?
     | place_outer* targets_acc EXCHANGE COMMA WRITE _how+ inline?
     | WRITE _how* annex_source COMMA?
     | annex_source COMMA? WRITE targets_acc
     | _each (_link _each)+ COMMA? WRITE _newly?
     | WRITE (IN_EDITION | IN NEXT EDITION) targets_acc annex_source? inline?
     | on_tongue? WRITE IN_EDITION inline?
     | place_outer* targets_acc COUNT IN_EDITION inline?
     | targets_acc on_tongue? _how+ WRITE on_tongue? tongue_unchanged
     | targets_acc on_tongue? WRITE _how+ on_tongue? tongue_unchanged
     | targets_acc WRITE on_tongue _how+ tongue_unchanged
     | targets_nom _how* WRITE _how* inline?
     | place_outer* (IN_EDITION | IN NEXT EDITION) WRITE targets_acc inline?
     | place_outer* (targets_acc EXCHANGE | EXCHANGE targets_acc) ON? by_new inline?
     | place_outer* (targets_acc EXCHANGE | EXCHANGE targets_acc) by_annex
     | EXCHANGE targets_acc COMMA WRITE (IN_EDITION | IN NEXT EDITION) inline?
by_new: (_u_ins | _u_acc) numbers? (OF_CONTENT | IN_EDITION)
by_annex: _u_ins numbers? TO THIS _a_dat -> annex_source
_worded_and_numbered: replace _link renumber_it _how* inline?
renumber_it: (COUNT | COUNTED) IT? AS? (renumbered | numbered)
place_outer: IN targets_loc COMMA?
     | on_tongue COMMA?
_each: targets_acc COMMA? annex_source
_newly: IN_EDITION | IN NEXT EDITION
_how: IN_EDITION OF_CONTENT? | annex_source | IN NEXT EDITION | COMMA
""",
)
