"""Which norms changed on a day, and how did they read before?"""

import sys

import lexkz

workspace, day = sys.argv[1:]
for change in lexkz.changes(workspace, since=day, until=day).items:
    if change.state == "made":
        print(change.name, "by", change.order.iri if change.order else "?")
        print("-", change.before)
        print("+", change.after)
