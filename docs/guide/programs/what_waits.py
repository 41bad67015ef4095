"""Which changes are in no text, since a person must decide or a sentence was not understood?"""

import sys

import lexkz

for change in lexkz.changes(sys.argv[1]).items:
    if change.state in ("waits", "unread"):
        print(change.date, change.lang, change.state, change.name or "?", change.command or "-")
        print(" ", change.instruction)
