"""How did a unit read on a day, since when, and is that text whole?"""

import sys

import lexkz

workspace, act, lang, eid, day = sys.argv[1:]
with lexkz.Store.open(workspace) as store:
    unit = store.unit(act, lang, eid, day)
    if isinstance(unit, lexkz.Missing):
        sys.exit(f"not there: {unit.why}")
    print(unit.text)
    print(unit.expression.date, unit.expression.dated_by, "whole" if not unit.open else "a change waits")
