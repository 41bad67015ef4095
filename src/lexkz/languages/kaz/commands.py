"""The Kazakh pack of commands."""

from lexkz.languages.commands import CommandPack
from lexkz.languages.folding import fold
from lexkz.languages.kaz.address import SHARED
from lexkz.languages.kaz.chunks import chunk, chunk_listed
from lexkz.languages.kaz.phrases import PHRASES
from lexkz.languages.kaz.phrases.listed import PHRASE as LISTED
from lexkz.languages.kaz.phrases.suspend import LISTED as SUSPENDED
from lexkz.languages.kaz.vocabulary import vocabulary
from lexkz.languages.kaz.words import ACTING, ALONE, SLIPS, STATED

COMMANDS = CommandPack(
    vocabulary=vocabulary,
    chunk=chunk,
    chunk_listed=chunk_listed,
    phrases=PHRASES,
    shared=SHARED,
    listed=LISTED,
    suspended=SUSPENDED,
    slips=frozenset(map(fold, SLIPS)),
    verbs=frozenset(
        {
            "WRITE",
            "SUPPLEMENT",
            "REMOVE",
            "EXCHANGE",
            "ADDED",
            "PUT",
            "COUNT",
            "MOVE",
            "SUSPEND",
            "RESUME",
            "RECOGNISED",
            "UNCHANGED",
        }
    ),
    opening=frozenset({"ENTER"}),
    bringing=frozenset({"WRITE", "SUPPLEMENT", "ADDED", "COUNT", "EXCHANGE"}),
    manner=frozenset({"EDITION", "OF_CONTENT"}),
    halves={"RECOGNISED": frozenset({"LOST"})},
    stated=STATED,
    alone=ALONE,
    acting=ACTING,
    verb_last=True,
)
