"""The ledger's tables, and how an older ledger becomes a newer one."""

from __future__ import annotations

import sqlite3

MIGRATIONS = (
    """
    CREATE TABLE version (
        id INTEGER PRIMARY KEY, program TEXT NOT NULL, rules TEXT NOT NULL, config TEXT NOT NULL,
        UNIQUE (program, rules, config)
    );
    CREATE TABLE run (
        id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES version, started TEXT NOT NULL, ended TEXT
    );
    CREATE TABLE content (
        id INTEGER PRIMARY KEY, hash BLOB NOT NULL, version INTEGER NOT NULL REFERENCES version,
        UNIQUE (hash, version)
    );
    CREATE TABLE source (
        name TEXT PRIMARY KEY, content INTEGER REFERENCES content, run INTEGER NOT NULL REFERENCES run, error TEXT
    ) WITHOUT ROWID;
    CREATE INDEX source_content ON source (content);
    CREATE TABLE letter (
        id INTEGER PRIMARY KEY, content INTEGER NOT NULL REFERENCES content, part INTEGER NOT NULL,
        format TEXT, error TEXT, words INTEGER NOT NULL, notes INTEGER NOT NULL,
        name INTEGER NOT NULL, title INTEGER NOT NULL, unit INTEGER NOT NULL, address INTEGER NOT NULL,
        phone INTEGER NOT NULL, metrics TEXT NOT NULL, UNIQUE (content, part)
    );
    CREATE TABLE rule (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, level INTEGER NOT NULL,
        UNIQUE (name, category, level)
    );
    CREATE TABLE finding (
        letter INTEGER NOT NULL REFERENCES letter, rule INTEGER NOT NULL REFERENCES rule, block INTEGER, role TEXT,
        start INTEGER, end INTEGER, page INTEGER, line INTEGER, text TEXT
    );
    CREATE INDEX finding_letter ON finding (letter);
    """,
    """
    ALTER TABLE letter ADD COLUMN date TEXT;
    ALTER TABLE letter ADD COLUMN unit_name TEXT;
    ALTER TABLE letter ADD COLUMN types TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE letter ADD COLUMN lengths TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE letter ADD COLUMN template BLOB;
    ALTER TABLE content ADD COLUMN given_up REAL;
    ALTER TABLE source ADD COLUMN date TEXT;
    ALTER TABLE source ADD COLUMN stamp TEXT;
    """,
    """
    ALTER TABLE letter ADD COLUMN cited INTEGER;
    CREATE TABLE place (
        id INTEGER PRIMARY KEY, sfs TEXT NOT NULL, chapter TEXT NOT NULL, section TEXT NOT NULL,
        UNIQUE (sfs, chapter, section)
    );
    CREATE TABLE citation (
        letter INTEGER NOT NULL REFERENCES letter, place INTEGER NOT NULL REFERENCES place,
        PRIMARY KEY (place, letter)
    ) WITHOUT ROWID;
    CREATE INDEX citation_letter ON citation (letter);
    """,
    """
    ALTER TABLE source ADD COLUMN record_date TEXT;
    ALTER TABLE source ADD COLUMN case_number TEXT;
    ALTER TABLE source ADD COLUMN record_unit TEXT;
    ALTER TABLE source ADD COLUMN record_type TEXT;
    """,
    """
    ALTER TABLE finding ADD COLUMN sentence BLOB;
    CREATE TABLE seal (key BLOB NOT NULL);
    INSERT INTO seal VALUES (randomblob(32));
    """,
    """
    CREATE TABLE checksum (sum BLOB);
    INSERT INTO checksum VALUES (NULL);
    """,
)
"""Step n leads from version n to n + 1; a step that has been released is never changed."""

APPLICATION = 0x6B6C7370
"""Marks the file as a ledger of ours (``klsp``)."""


class SchemaError(Exception):
    """A file that is no ledger that this program can use; the text is Swedish, without the file's name."""


def migrate(database: sqlite3.Connection) -> None:
    """Bring the tables up to date, each step whole or not at all; raises ``SchemaError``."""
    version = check(database)
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        database.executescript(
            f"BEGIN IMMEDIATE; {step} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {number}; COMMIT;"
        )


def check(database: sqlite3.Connection) -> int:
    """The schema's version, 0 for an empty file; raises ``SchemaError``."""
    version = int(database.execute("PRAGMA user_version").fetchone()[0])
    application = database.execute("PRAGMA application_id").fetchone()[0]
    empty = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if application != APPLICATION and not empty:
        raise SchemaError("filen är en databas, men ingen liggare.")
    if version > len(MIGRATIONS):
        raise SchemaError("liggaren är skriven av en nyare version av programmet. Uppdatera klarsprak.")
    return version
