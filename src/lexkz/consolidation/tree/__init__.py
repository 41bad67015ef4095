"""The tree of an act as consolidation sees it: its units, lines, tables and documents, found and changed."""
