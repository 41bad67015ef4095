"""The tables of the store: one SQLite file, version :data:`VERSION`; a file of another version is made anew.

A *document* is an act in one language. Its expressions are numbered from 0 (``seq``), oldest first; what belongs to
several of them (a unit's text, a table, a citation) is kept once, with the first and the last expression that has it.
"""

import sqlite3

from lexkz.reading.blocks import SourceError

VERSION = 4
"""``PRAGMA user_version`` of the file."""
APPLICATION = 0x6C786B7A
"""``PRAGMA application_id`` of the file, "lxkz": another program's database is never overwritten."""

WEIGHTS = (4.0, 2.0, 0.7, 0.2)
"""What a word weighs in the columns of ``words``: heading, own text, text below, what stands around."""

_TABLES = """
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, act TEXT NOT NULL, lang TEXT NOT NULL, digest TEXT NOT NULL,
    work TEXT, type TEXT, author TEXT, author_name TEXT, date TEXT, number TEXT,
    registration TEXT, registration_date TEXT, title TEXT, folded_title TEXT NOT NULL,
    outline INTEGER NOT NULL, newest INTEGER NOT NULL,
    amends INTEGER NOT NULL, UNIQUE (act, lang));
CREATE INDEX documents_work ON documents (work, lang);
CREATE TABLE expressions (
    doc INTEGER NOT NULL, seq INTEGER NOT NULL, iri TEXT, date TEXT, dated_by TEXT NOT NULL, in_force TEXT,
    rule TEXT, outline INTEGER NOT NULL, states TEXT NOT NULL, whole INTEGER NOT NULL,
    standing TEXT NOT NULL, findings TEXT, digest TEXT NOT NULL,
    size INTEGER NOT NULL, xml BLOB NOT NULL, not_before TEXT, made_by TEXT NOT NULL,
    report BLOB, told TEXT, PRIMARY KEY (doc, seq)) WITHOUT ROWID;
CREATE INDEX expressions_date ON expressions (date);
CREATE INDEX expressions_told ON expressions (told);
CREATE TABLE units (
    id INTEGER PRIMARY KEY, doc INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, ord INTEGER NOT NULL,
    eid TEXT NOT NULL, anchor TEXT NOT NULL, kind TEXT NOT NULL, number TEXT, heading TEXT, name TEXT NOT NULL,
    path TEXT NOT NULL, text TEXT NOT NULL, whole TEXT, removed INTEGER NOT NULL, gaps INTEGER NOT NULL,
    from_date TEXT, to_date TEXT, newest INTEGER NOT NULL);
CREATE INDEX units_place ON units (doc, eid, first);
CREATE TABLE changes (
    doc INTEGER NOT NULL, seq INTEGER NOT NULL, eid TEXT NOT NULL, type TEXT NOT NULL, by TEXT NOT NULL,
    mod TEXT, previous TEXT);
CREATE INDEX changes_place ON changes (doc, seq);
CREATE TABLE citations (
    doc INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, ord INTEGER NOT NULL, eid TEXT NOT NULL,
    work TEXT NOT NULL, target TEXT, text TEXT NOT NULL);
CREATE INDEX citations_work ON citations (work, target);
CREATE INDEX citations_doc ON citations (doc);
CREATE TABLE commands (
    doc INTEGER NOT NULL, ord INTEGER NOT NULL, command TEXT NOT NULL, action TEXT NOT NULL, base TEXT,
    base_title TEXT, instruction TEXT NOT NULL, address TEXT NOT NULL, page INTEGER, eid TEXT, codes TEXT NOT NULL,
    data TEXT NOT NULL, PRIMARY KEY (doc, ord)) WITHOUT ROWID;
CREATE INDEX commands_base ON commands (base);
CREATE TABLE outcomes (
    doc INTEGER NOT NULL, by TEXT NOT NULL, command TEXT NOT NULL, outcome TEXT NOT NULL,
    targets TEXT NOT NULL, note TEXT, codes TEXT NOT NULL, PRIMARY KEY (doc, by, command)) WITHOUT ROWID;
CREATE INDEX outcomes_by ON outcomes (by, command);
CREATE TABLE extracts (
    doc INTEGER NOT NULL, kind TEXT NOT NULL, ord INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    eid TEXT NOT NULL, title TEXT, data TEXT NOT NULL);
CREATE INDEX extracts_doc ON extracts (doc, kind, ord);
"""

_SEARCH = """
CREATE VIRTUAL TABLE words USING fts5 (
    heading, own, below, around, content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Pd'");
CREATE VIRTUAL TABLE letters USING fts5 (
    folded, content = '', detail = none, tokenize = 'trigram case_sensitive 1');
"""
"""Neither keeps its text: ``units`` has it, and what is deleted is told by writing it again."""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty file. Raises SourceError where SQLite was built without what search needs."""
    try:
        connection.executescript(_TABLES + _SEARCH)
    except sqlite3.OperationalError as error:
        if "fts5" in str(error) or "tokenizer" in str(error):
            raise SourceError(
                f"SQLite {sqlite3.sqlite_version} of this Python has no trigram search: 3.34 or later is needed."
            ) from None
        raise
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
