"""The phrase families of Russian commands, one a file."""

from lexkz.languages.rus.phrases import (
    context,
    delete_words,
    insert,
    insert_words,
    move,
    none,
    renumber,
    repeal,
    replace,
    replace_words,
    suspend,
)

PHRASES = tuple(
    module.PHRASE
    for module in (
        replace,
        insert,
        repeal,
        replace_words,
        insert_words,
        delete_words,
        renumber,
        move,
        suspend,
        none,
        context,
    )
)
