"""The Russian pack of commands."""

from lexkz.languages.commands import CommandPack
from lexkz.languages.rus.address import SHARED
from lexkz.languages.rus.chunks import chunk
from lexkz.languages.rus.phrases import PHRASES
from lexkz.languages.rus.phrases.listed import PHRASE as LISTED
from lexkz.languages.rus.vocabulary import vocabulary

PACK = CommandPack(
    vocabulary=vocabulary,
    chunk=chunk,
    phrases=PHRASES,
    shared=SHARED,
    listed=LISTED,
    verbs=frozenset(
        {"WRITE", "SUPPLEMENT", "REMOVE", "EXCHANGE", "COUNT", "MOVE", "SUSPEND", "RECOGNISE", "UNCHANGED"}
    ),
)
