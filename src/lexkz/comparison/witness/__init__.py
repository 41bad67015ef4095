"""The witness: the text of an act in one language, held against its text in the other."""
