"""Which acts refer to an act, or to a unit of it?"""

import sys

import lexkz

workspace, work, *eid = sys.argv[1:]
with lexkz.Store.open(workspace) as store:
    for citation in store.citing(work, *eid):
        print(citation.lang, citation.work, citation.eId, citation.text)
