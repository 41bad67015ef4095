"""Commands: how one act amends another, read as plain data and marked up in the amending act."""
