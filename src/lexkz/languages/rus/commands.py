"""The Russian pack of commands."""

from lexkz.languages.commands import CommandPack
from lexkz.languages.folding import fold
from lexkz.languages.rus.address import SHARED
from lexkz.languages.rus.chunks import chunk, chunk_listed
from lexkz.languages.rus.phrases import PHRASES
from lexkz.languages.rus.phrases.listed import PHRASE as LISTED
from lexkz.languages.rus.phrases.suspend import LISTED as SUSPENDED
from lexkz.languages.rus.vocabulary import vocabulary
from lexkz.languages.rus.words import ACTING, ALONE, SLIPS, STATED

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
            "ADD",
            "PUT",
            "REMOVE",
            "EXCHANGE",
            "SWAP",
            "COUNT",
            "MOVE",
            "SUSPEND",
            "RECOGNISE",
            "UNCHANGED",
            "OUT",
            "RENEW",
        }
    ),
    opening=frozenset({"BRING"}),
    bringing=frozenset({"WRITE", "SUPPLEMENT", "ADD", "COUNT", "EXCHANGE"}),
    manner=frozenset({"IN_EDITION", "OF_CONTENT", "EDITION", "MEMBERS"}),
    halves={"RECOGNISE": frozenset({"LOST"})},
    stated=STATED,
    alone=ALONE,
    acting=ACTING,
    verb_last=False,
)
