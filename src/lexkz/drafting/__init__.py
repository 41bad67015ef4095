"""Drafting: from the text in force and an edited one to the amending order that makes the one into the other."""
