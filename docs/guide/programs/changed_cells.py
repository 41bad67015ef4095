"""Which cells of which tables differ between two texts of an act?"""

import sys

import lexkz

old, new = (lexkz.read(path) for path in sys.argv[1:])
for cell in lexkz.compare(old, new).cells:
    print(cell.table, cell.row, " / ".join(cell.head), cell.old, "->", cell.new)
