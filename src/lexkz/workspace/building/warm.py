"""What a worker needs before its first act, imported once: modules, and the grammars of both languages."""

import gc

from lexkz.languages.commands import read_sentence
from lexkz.workspace import jobs
from lexkz.workspace.building import again

__all__ = ["again", "jobs"]

for _lang, _sentence in (("kaz", "1-тармақ алып тасталсын;"), ("rus", "пункт 1 исключить;")):
    read_sentence(_sentence, _lang)
# What is here now stays as it is: processes that are forked from this one share it.
gc.freeze()
